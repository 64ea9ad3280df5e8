using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace Codecs.Tool.Wireshark;

/// <summary>One instruction of compiled C#.</summary>
/// <param name="Name">As the specification has it (ECMA-335 part III): <c>ldc.i4.s</c>.</param>
/// <param name="Value">The constant, the number of the local variable, or the token.</param>
/// <param name="Target">Where it may branch to.</param>
/// <param name="Next">Where the next one is.</param>
internal readonly record struct IlInstruction(string Name, long Value, int Target, int Next);

/// <summary>Reads the instructions of a method.</summary>
internal static class IlCode
{
    private static readonly Dictionary<int, OpCode> s_codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(static item => (OpCode)item.GetValue(null)!).ToDictionary(static code => (int)(ushort)code.Value);

    /// <summary>The instructions by place; null if there is one with a table of branches.</summary>
    public static IReadOnlyDictionary<int, IlInstruction>? Read(MethodInfo method)
    {
        byte[] bytes = method.GetMethodBody()!.GetILAsByteArray()!;
        var found = new Dictionary<int, IlInstruction>();
        for (int at = 0; at < bytes.Length;)
        {
            int start = at, number = bytes[at++];
            if (number == 0xFE)
                number = number << 8 | bytes[at++];
            var code = s_codes[number];
            int size = Size(code.OperandType);
            if (size < 0)
                return null;
            long operand = size switch
            {
                1 => (sbyte)bytes[at],
                2 => BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan(at)),
                4 => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at)),
                8 => BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at)),
                _ => Short(code.Name!),
            };
            at += size;
            found[start] = new(code.Name!, operand, at + (int)operand, at);
        }
        return found;
    }

    private static int Size(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => -1,
        _ => 4,
    };

    // The number that is part of the name: ldc.i4.3, ldc.i4.m1, ldloc.0.
    private static long Short(string name)
    {
        string last = name[(name.LastIndexOf('.') + 1)..];
        return last == "m1" ? -1 : long.TryParse(last, out long value) ? value : 0;
    }
}
