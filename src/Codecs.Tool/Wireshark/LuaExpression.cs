using System.Globalization;
using System.Reflection;

namespace Codecs.Tool.Wireshark;

/// <summary>
/// Members of definitions that are written in C#, such as conditions, as Lua: read from their compiled code, as far as that only computes with fields and
/// constants. Truth values are 1 and 0, as the processor has them.
/// </summary>
/// <param name="field">How the value of a field is called in Lua; null if it is no number.</param>
internal sealed class LuaExpression(Func<PropertyInfo, string?> field)
{
    private const int MostSteps = 400;
    private const int MostDepth = 8;

    /// <summary>The value of a property of the definition; null if it is more than Lua can be told.</summary>
    public string? Of(PropertyInfo property, int depth = 0)
    {
        if (field(property) is { } name)
            return name;
        if (depth > MostDepth || property.GetMethod is not { } getter || getter.GetMethodBody() is null)
            return null;
        var code = IlCode.Read(getter);
        int steps = 0;
        return code is null ? null : Run(getter, code, 0, [], new Dictionary<int, string>(), ref steps, depth);
    }

    // Follows the code from a place to where it returns; where it branches, both ways.
    private string? Run(MethodBase method, IReadOnlyDictionary<int, IlInstruction> code, int at, Stack<string> stack, Dictionary<int, string> locals, ref int steps, int depth)
    {
        while (steps++ < MostSteps && code.TryGetValue(at, out var instruction))
        {
            at = instruction.Next;
            string name = instruction.Name;
            if (name is "nop" or "conv.i4" or "conv.u4" or "conv.i8" or "conv.u8" or "conv.i" or "conv.u")
                continue;
            if (name == "ret")
                return stack.Count == 1 ? stack.Pop() : null;
            if (name == "ldarg.0")
                stack.Push("this");
            else if (name.StartsWith("ldc.i4", StringComparison.Ordinal) || name == "ldc.i8")
                stack.Push(Number(instruction.Value));
            else if (name.StartsWith("stloc", StringComparison.Ordinal))
                locals[(int)instruction.Value] = stack.Pop();
            else if (name.StartsWith("ldloc", StringComparison.Ordinal) && !name.StartsWith("ldloca", StringComparison.Ordinal) && locals.TryGetValue((int)instruction.Value, out string? local))
                stack.Push(local);
            else if (name == "dup")
                stack.Push(stack.Peek());
            else if (name is "call" or "callvirt")
            {
                if (Call(method, instruction, stack, depth) is not { } value)
                    return null;
                stack.Push(value);
            }
            else if (name is "br" or "br.s")
                at = instruction.Target;
            else if (Branch(name, stack) is { } condition)
            {
                string? then = Run(method, code, instruction.Target, new(stack.Reverse()), new(locals), ref steps, depth);
                string? otherwise = Run(method, code, at, new(stack.Reverse()), new(locals), ref steps, depth);
                return then is null || otherwise is null ? null : $"({condition} and {then} or {otherwise})";
            }
            else if (Operate(name, stack) is { } result)
                stack.Push(result);
            else
                return null;
        }
        return null;
    }

    private string? Call(MethodBase method, IlInstruction instruction, Stack<string> stack, int depth)
    {
        var called = method.Module.ResolveMethod((int)instruction.Value, method.DeclaringType!.GetGenericArguments(), null);
        if (stack.Count == 0 || stack.Pop() != "this" || called is not MethodInfo { IsStatic: false } getter || getter.GetParameters().Length > 0 || getter.DeclaringType != method.DeclaringType)
            return null;
        var property = getter.DeclaringType!.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).FirstOrDefault(item => item.GetMethod == getter);
        return property is null ? null : Of(property, depth + 1);
    }

    // A Lua condition, or null if the instruction is no branch.
    private static string? Branch(string name, Stack<string> stack)
    {
        string plain = name.EndsWith(".s", StringComparison.Ordinal) ? name[..^2] : name;
        if (plain is "brtrue" or "brfalse")
            return $"({stack.Pop()} {(plain == "brtrue" ? "~=" : "==")} 0)";
        string? comparison = plain switch { "beq" => "==", "bne.un" => "~=", "blt" or "blt.un" => "<", "ble" or "ble.un" => "<=", "bgt" or "bgt.un" => ">", "bge" or "bge.un" => ">=", _ => null };
        return comparison is null ? null : Compare(comparison, plain.EndsWith(".un", StringComparison.Ordinal), stack);
    }

    private static string? Operate(string name, Stack<string> stack)
    {
        switch (name)
        {
            case "ceq":
                return $"({Compare("==", false, stack)} and 1 or 0)";
            case "cgt" or "cgt.un":
                return $"({Compare(">", name.EndsWith(".un", StringComparison.Ordinal), stack)} and 1 or 0)";
            case "clt" or "clt.un":
                return $"({Compare("<", name.EndsWith(".un", StringComparison.Ordinal), stack)} and 1 or 0)";
            case "conv.u1":
                return $"({stack.Pop()} % 256)";
            case "conv.u2":
                return $"({stack.Pop()} % 65536)";
            case "neg":
                return $"(-{stack.Pop()})";
        }
        string? function = name switch { "add" => "+", "sub" => "-", "mul" => "*", "and" => "band", "or" => "bor", "xor" => "bxor", "shl" => "shl", "shr" or "shr.un" => "shr", _ => null };
        if (function is null || stack.Count < 2)
            return null;
        string right = stack.Pop(), left = stack.Pop();
        return function.Length == 1 ? $"({left} {function} {right})" : $"{function}({left}, {right})";
    }

    // An unsigned comparison of 32 bits takes negative numbers for large ones.
    private static string Compare(string comparison, bool isUnsigned, Stack<string> stack)
    {
        string right = stack.Pop(), left = stack.Pop();
        return isUnsigned ? $"({left} % 4294967296 {comparison} {right} % 4294967296)" : $"({left} {comparison} {right})";
    }

    private static string Number(long value) => value < 0 ? $"({value.ToString(CultureInfo.InvariantCulture)})" : value.ToString(CultureInfo.InvariantCulture);
}
