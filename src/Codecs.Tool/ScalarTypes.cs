using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Codecs.Tool;

/// <summary>What a scalar field's type is, for visitors that are shown one without knowing it.</summary>
internal static class ScalarTypes
{
    /// <summary>The value as a number, if it is an integer or an enum.</summary>
    public static bool TryGetInteger<T>(T value, out Int128 integer)
    {
        // Each comparison is decided when the method is compiled for T; one of these lines is left.
        var type = typeof(T).IsEnum ? typeof(T).GetEnumUnderlyingType() : typeof(T);
        if (type == typeof(byte)) { integer = Unsafe.As<T, byte>(ref value); return true; }
        if (type == typeof(ushort)) { integer = Unsafe.As<T, ushort>(ref value); return true; }
        if (type == typeof(uint)) { integer = Unsafe.As<T, uint>(ref value); return true; }
        if (type == typeof(ulong)) { integer = Unsafe.As<T, ulong>(ref value); return true; }
        if (type == typeof(sbyte)) { integer = Unsafe.As<T, sbyte>(ref value); return true; }
        if (type == typeof(short)) { integer = Unsafe.As<T, short>(ref value); return true; }
        if (type == typeof(int)) { integer = Unsafe.As<T, int>(ref value); return true; }
        if (type == typeof(long)) { integer = Unsafe.As<T, long>(ref value); return true; }
        integer = default;
        return false;
    }

    /// <summary>The name of an enum's value in words, or the names of its flags; false if it has none.</summary>
    public static bool TryGetName<T>(T value, [NotNullWhen(true)] out string? name)
    {
        name = null;
        return typeof(T).IsEnum && (name = Names<T>.Find(value)).Length > 0;
    }

    /// <summary>Is it an enum of flags?</summary>
    public static bool IsFlags<T>() => FlagsOf<T>.Value;

    /// <summary>The value as its type writes it for people.</summary>
    public static string ToText<T>(T value) => value switch
    {
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };

    // Names are looked up and put into words once. No more are kept than there is room for, so that packets cannot fill the memory.
    private static class Names<T>
    {
        private const int Most = 4096;

        private static readonly ConcurrentDictionary<long, string> s_names = new();
        // Those that are looked for first: of most enums, all.
        private static readonly string?[] s_small = new string?[256];

        public static string Find(T value)
        {
            TryGetInteger(value, out var integer);
            long number = (long)integer;
            if ((ulong)number < (uint)s_small.Length)
                return s_small[number] ??= Name(value);
            if (s_names.TryGetValue(number, out string? known))
                return known;
            string name = Name(value);
            if (s_names.Count < Most)
                s_names[number] = name;
            return name;
        }

        // Empty for what has none, which comes as its number.
        private static string Name(T value)
        {
            string text = value!.ToString()!;
            return text.Length == 0 || char.IsAsciiDigit(text[0]) || text[0] == '-' ? "" : string.Join(", ", text.Split(", ").Select(Words.Of));
        }
    }

    private static class FlagsOf<T>
    {
        public static readonly bool Value = typeof(T).IsEnum && typeof(T).IsDefined(typeof(FlagsAttribute), inherit: false);
    }
}
