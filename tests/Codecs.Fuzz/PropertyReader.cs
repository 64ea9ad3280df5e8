using System.Reflection;
using System.Reflection.Emit;

namespace Codecs.Fuzz;

/// <summary>Reads every public property of a message, whatever its type: made once for each message type, since nothing can hold a ref struct but its own code.</summary>
/// <typeparam name="T">The message type.</typeparam>
internal static class PropertyReader<T> where T : allows ref struct
{
    /// <summary>Reads properties and drops what they give.</summary>
    public delegate void Reader(ref T message);

    /// <summary>The fields, and whatever else is no object: these may not allocate.</summary>
    public static readonly Reader Values = Make(type => type.IsValueType);

    /// <summary>The others: texts, most of all.</summary>
    public static readonly Reader Objects = Make(type => !type.IsValueType);

    private static Reader Make(Func<Type, bool> isWanted)
    {
        var method = new DynamicMethod("ReadProperties", typeof(void), [typeof(T).MakeByRefType()], typeof(T).Module, skipVisibility: true);
        var code = method.GetILGenerator();
        foreach (var property in typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetMethod is not { IsPublic: true } getter || property.GetIndexParameters().Length != 0 || !isWanted(property.PropertyType))
                continue;
            code.Emit(OpCodes.Ldarg_0);
            code.Emit(OpCodes.Call, getter);
            code.Emit(OpCodes.Pop);
        }
        code.Emit(OpCodes.Ret);
        return method.CreateDelegate<Reader>();
    }
}
