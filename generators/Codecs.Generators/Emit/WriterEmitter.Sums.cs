using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

// Checksums that are sums, made of the numbers while they are written.
internal sealed partial class WriterEmitter
{
    private ChecksumModel? _summed;
    private bool _isSummedKnown;

    /// <summary>The only checksum of the message, if it covers the message from its start and can be made of numbers.</summary>
    private ChecksumModel? Summed
    {
        get
        {
            if (!_isSummedKnown)
                (_summed, _isSummedKnown) = (FindSummed(), true);
            return _summed;
        }
    }

    /// <summary>Is it written with the header, because it covers nothing else?</summary>
    private bool IsSummedInHeader => Summed?.Form == ChecksumForm.Header;

    private ChecksumModel? FindSummed()
    {
        if (_message.Checksums.Count != 1 || !_message.HasState || HasOffset || _message.IsCompressed || _message.IsOrigin || _message.Terminator is not null || _message.Runs[0].Size % 2 != 0)
            return null;
        var checksum = _message.Checksums[0];
        var field = _message.Fields[checksum.Field];
        if (!checksum.IsSum || checksum.Form == ChecksumForm.General || field.Optional != OptionalKind.None || field.IsConditional || field.Scalar!.IsSigned || field.Scalar.Order == ByteOrder.Runtime
            || _message.Elements[0] is not { Kind: ElementKind.Run, Index: 0 } || _message.Fields[checksum.First].Place is not { Run: 0, BitOffset: 0 } || checksum.Field < checksum.First || checksum.Field > checksum.Last)
        {
            return null;
        }
        // A payload of a width of its own is filled up, and what follows it is written when it is known.
        return checksum.Form == ChecksumForm.Header || (!HasTrailer && _message.Payload!.Extent.Kind is not (ExtentKind.Constant or ExtentKind.Member)) ? checksum : null;
    }

    private string SummedTypes => $"{Summed!.Type}, {_message.Fields[Summed.Field].Scalar!.Integer}";

    private void EmitHeaderSum()
    {
        using (_w.Braces("if (!keep)"))
        {
            EmitSum("at");
            EmitSumValue("run0");
        }
    }

    /// <summary>The payload of the message's own, and with it the checksum.</summary>
    private void EmitPayloadSum(string bytes)
    {
        using (_w.Braces($"if (context.Mode == {Runtime}WriteMode.Preserve && _state == {Received})"))
            _w.Line("if (size != 0)").Indented($"{bytes}.CopyTo(message.Slice(header));");
        using (_w.Braces("else"))
        {
            EmitSum("header", "size");
            _w.Line("if (size != 0)").Indented($"words += {Wire}Words({Wire}SumAndCopy<{SummedTypes}>({bytes}, message.Slice(header)), (header & 1) != 0);");
            EmitSumValue($"{Marshal}AsRef<{Layout(0)}>(message)");
        }
    }

    private void EmitSum(string header, string payload = "")
    {
        var checksum = Summed!;
        int size = _message.Runs[0].Size;
        string length = payload.Length == 0 ? header : $"{header} + {payload}";
        string seed = checksum.Seed.Length == 0 ? $"default({checksum.Type})" : checksum.SeedIsMethod ? $"{checksum.Seed}(context.PseudoHeader, {length})" : checksum.Seed;
        _w.Line($"var seed = {seed};");
        // Options are rare, and padded where they are written.
        if (_message.Elements.Take(_payload).Any(e => e.Kind == ElementKind.Field || e is { Kind: ElementKind.Run, Index: > 0 }))
            _w.Line($"if ({header} != {size})").Indented($"words += {Wire}Words({Wire}SumOf<{SummedTypes}>(message.Slice({size}, {header} - {size})), false);");
    }

    private void EmitSumValue(string run)
    {
        var field = _message.Fields[Summed!.Field];
        var (offset, size) = (field.Place!.BitOffset / 8, field.Scalar!.Bytes);
        string value = $"{Wire}NetworkValueWith<{SummedTypes}>(seed, words)";
        if (size > 1 && field.Scalar.Order == ByteOrder.Little)
            value = $"{Wire}Little({Wire}Big({value}))";
        bool isMember = _message.Runs[0].Groups.Any(group => ScalarCode.Members(group).Any(member => group.Offset + member.Offset == offset && member.Size == size));
        _w.Line(isMember ? $"{run}._{offset} = {value};" : $"{Wire}Write(message.Slice({offset}, {size}), {value});");
    }
}
