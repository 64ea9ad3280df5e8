using System.Reflection;
using System.Reflection.Emit;

namespace Codecs.Fuzz;

/// <summary>One change that the editor of a message type makes: it sets a field to what the same field of another message is. Made once for each field.</summary>
internal sealed class FieldEdit
{
    private readonly Copy _copy;

    // For each byte, the bits that the edit may change.
    private readonly byte[] _field;
    private readonly byte[] _allowed;

    private FieldEdit(FieldDescription field, bool isRaw, IEnumerable<FieldDescription> checksums, bool isLsbFirst, Copy copy)
    {
        Name = (isRaw ? "raw " : "") + field.Name;
        IsRaw = isRaw;
        _copy = copy;
        _field = Mask([field], isLsbFirst);
        _allowed = Mask(isRaw ? [field] : [field, .. checksums], isLsbFirst);
    }

    private delegate void Copy(Span<byte> target, Span<byte> source);

    /// <summary>The field.</summary>
    public string Name { get; }

    /// <summary>Does no checksum follow?</summary>
    public bool IsRaw { get; }

    /// <summary>Sets the field of <paramref name="target"/> to that of <paramref name="source"/>. Both are messages.</summary>
    public void Run(Span<byte> target, Span<byte> source) => _copy(target, source);

    /// <summary>Gives the field of a message other bits.</summary>
    public void Scramble(Span<byte> message, int choice)
    {
        uint bits = (uint)choice;
        for (int i = 0; i < _field.Length; i++)
        {
            bits = bits * 1664525 + 1013904223;
            // All zeros and all ones are what goes wrong most.
            byte value = (choice >> 8 & 3) switch { 0 => 0, 1 => 0xFF, _ => (byte)(bits >> 24) };
            message[i] = (byte)(message[i] & ~_field[i] | value & _field[i]);
        }
    }

    /// <summary>Is the field that of <paramref name="source"/>, and all else, except checksums, as it was?</summary>
    public string? Check(ReadOnlySpan<byte> before, ReadOnlySpan<byte> source, ReadOnlySpan<byte> after)
    {
        for (int i = 0; i < before.Length; i++)
        {
            if (((before[i] ^ after[i]) & ~At(_allowed, i)) != 0)
                return $"editing {Name} changes byte {i}";
            if (i < _field.Length && ((source[i] ^ after[i]) & _field[i]) != 0)
                return $"editing {Name} sets another value";
        }
        return null;
    }

    /// <summary>All edits of a message type; none, if it has no editor.</summary>
    public static FieldEdit[] Of(Type message, MessageDescription description)
    {
        var open = message.GetMethod("TryEdit", BindingFlags.Public | BindingFlags.Static);
        if (open is null)
            return [];
        bool isLsbFirst = message.IsDefined(typeof(LsbFirstAttribute), false);
        var editor = open.GetParameters()[1].ParameterType.GetElementType()!;
        var raw = editor.GetMethod("AsRaw")!;
        var checksums = description.Fields.Where(field => (field.Role & FieldRole.Checksum) != 0).ToArray();
        // A checksum that moves is none that can be left out of a comparison.
        bool isChecked = checksums.All(field => field.BitOffset >= 0);
        return
        [
            .. description.Fields.Where(field => field is { BitOffset: >= 0, BitWidth: > 0 }).SelectMany(field => new[]
            {
                isChecked && Settable(editor, field) is { } property ? new FieldEdit(field, false, checksums, isLsbFirst, Make(open, null, property)) : null,
                Settable(raw.ReturnType, field) is { } other ? new FieldEdit(field, true, checksums, isLsbFirst, Make(open, raw, other)) : null,
            }).OfType<FieldEdit>(),
        ];
    }

    private static PropertyInfo? Settable(Type editor, FieldDescription field) =>
        editor.GetProperty(field.Name, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance) is { SetMethod: not null, GetMethod: not null } property ? property : null;

    private static Copy Make(MethodInfo open, MethodInfo? raw, PropertyInfo property)
    {
        var method = new DynamicMethod("CopyField", typeof(void), [typeof(Span<byte>), typeof(Span<byte>)], open.Module, skipVisibility: true);
        var code = method.GetILGenerator();
        var target = Open(code, open, raw, OpCodes.Ldarg_0);
        var source = Open(code, open, raw, OpCodes.Ldarg_1);
        code.Emit(OpCodes.Ldloca, target);
        code.Emit(OpCodes.Ldloca, source);
        code.Emit(OpCodes.Call, property.GetMethod!);
        code.Emit(OpCodes.Call, property.SetMethod!);
        code.Emit(OpCodes.Ret);
        return method.CreateDelegate<Copy>();
    }

    private static LocalBuilder Open(ILGenerator code, MethodInfo open, MethodInfo? raw, OpCode bytes)
    {
        var editor = code.DeclareLocal(open.GetParameters()[1].ParameterType.GetElementType()!);
        code.Emit(bytes);
        code.Emit(OpCodes.Ldloca, editor);
        code.Emit(OpCodes.Call, open);
        code.Emit(OpCodes.Pop);
        if (raw is null)
            return editor;
        var rawEditor = code.DeclareLocal(raw.ReturnType);
        code.Emit(OpCodes.Ldloca, editor);
        code.Emit(OpCodes.Call, raw);
        code.Emit(OpCodes.Stloc, rawEditor);
        return rawEditor;
    }

    private static byte[] Mask(FieldDescription[] fields, bool isLsbFirst)
    {
        byte[] mask = new byte[fields.Max(field => field.BitOffset + field.BitWidth + 7) / 8];
        foreach (var field in fields)
        {
            for (int bit = field.BitOffset; bit < field.BitOffset + field.BitWidth; bit++)
                mask[bit / 8] |= (byte)(isLsbFirst ? 1 << bit % 8 : 0x80 >> bit % 8);
        }
        return mask;
    }

    private static byte At(byte[] mask, int index) => index < mask.Length ? mask[index] : (byte)0;
}
