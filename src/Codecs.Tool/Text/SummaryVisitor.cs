using System.Buffers;
using System.Globalization;
using System.Text;
using Codecs.Protocols;

namespace Codecs.Tool.Text;

/// <summary>Collects a <see cref="Summary"/>. It knows no protocol: what tells most is chosen by the kinds of fields.</summary>
internal readonly ref struct SummaryVisitor(Summary summary) : ILayerVisitor
{
    void ILayerVisitor.Layer<T>(scoped in T message, int offset, ParseResult result)
    {
        var description = T.Description;
        summary.Enter(description.Name);
        summary.IsCut |= !result;
        bool isCarrier = false;
        foreach (var field in description.Fields)
            isCarrier |= (field.Role & FieldRole.Payload) != 0;
        var fields = new InfoVisitor(summary, isCarrier, isCut: !result, depth: 0);
        message.Visit(ref fields);
    }

    void ILayerVisitor.Malformed<T>(ReadOnlySpan<byte> bytes, int offset, ParseResult result)
    {
        summary.Enter(T.Description.Name);
        if (result.Status == OperationStatus.NeedMoreData)
            summary.IsCut = true;
        else
            summary.IsMalformed = true;
    }

    void ILayerVisitor.Rest(ReadOnlySpan<byte> bytes, int offset)
    {
        // It was seen as the payload of the layer that carries it.
    }

    // The fields of one layer. Lists of a carrier are options, of which one line says nothing.
    private readonly ref struct InfoVisitor(Summary summary, bool isCarrier, bool isCut, int depth) : IFieldVisitor
    {
        private const int MostDepth = 3;
        private const FieldRole Technical = FieldRole.Const | FieldRole.Reserved | FieldRole.Length | FieldRole.Count | FieldRole.Presence | FieldRole.Checksum | FieldRole.Padding;

        public void Scalar<T>(in FieldDescription field, int bitOffset, int bitWidth, T value)
        {
            if ((depth == 0 && summary.TryTakeAddress(field.Name, value)) || summary.Info.IsFull)
                return;
            if (ScalarTypes.TryGetName(value, out string? name))
            {
                // Kinds of addresses are seen by the addresses, and what is zero and says nothing of the payload mostly is nothing special.
                bool isKind = field.Name.Length > "Type".Length && field.Name.EndsWith("Type", StringComparison.Ordinal);
                bool isSpecial = (field.Role & FieldRole.Tag) != 0 || !EqualityComparer<T>.Default.Equals(value, default);
                if (!isKind && isSpecial)
                    summary.Info.Name(name);
                return;
            }
            if ((field.Role & Technical) != 0)
                return;
            if (value is bool truth)
            {
                if (truth && field.Name != "DontFragment")
                    summary.Info.Name(Words.Of(field.Name).ToLowerInvariant().Replace("is ", "", StringComparison.Ordinal));
            }
            else if (!ScalarTypes.TryGetInteger(value, out var integer))
            {
                summary.Info.Name(ScalarTypes.ToText(value));
            }
            else if (integer != 0 && depth < 2)
            {
                // Of the many numbers in the headers of carriers, a few are what people look for.
                string? label = Short(field.Name) ?? (isCarrier && depth == 0 ? null : Words.Of(field.Name).ToLowerInvariant());
                if (label is not null)
                    summary.Info.Number(label, integer.ToString(CultureInfo.InvariantCulture));
            }
        }

        private static string? Short(string name) => name switch
        {
            "SequenceNumber" => "seq",
            "AcknowledgmentNumber" => "ack",
            "Identification" or "Identifier" => "id",
            "Window" => "win",
            "FragmentOffset" => "fragment offset",
            "Code" => "code",
            _ => null,
        };

        public void Bytes(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value)
        {
            if (depth == 0 && (field.Role & FieldRole.Payload) != 0)
                summary.Rest = value.Length;
            // Addresses of a length that the message tells: ARP.
            if (depth == 0 && value.Length == 4 && field.Name.Contains("Protocol", StringComparison.Ordinal))
                summary.TryTakeAddress(field.Name, new IPv4Address(value));
        }

        public void Text(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value)
        {
            if (!summary.Info.IsFull && !value.IsEmpty)
                summary.Info.Name(Encoding.UTF8.GetString(value[..Math.Min(value.Length, 100)]));
        }

        public void Message<T>(in FieldDescription field, int bitOffset, int byteLength, scoped in T value) where T : IVisitable<T>, allows ref struct
        {
            if (depth >= MostDepth || summary.Info.IsFull)
                return;
            if (QuotedPacket.Is<T>(field))
                return;
            var inner = new InfoVisitor(summary, isCarrier, isCut, depth + 1);
            value.Visit(ref inner);
        }

        public void Malformed<T>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value, ParseResult result) where T : IVisitable<T>, allows ref struct
        {
            if (QuotedPacket.Is<T>(field))
                return;
            if (result.Status == OperationStatus.NeedMoreData)
                summary.IsCut = true;
            else
                summary.IsMalformed = true;
        }

        public void Messages<T, TItems>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> bytes, scoped in TItems elements)
        where T : IVisitable<T>, allows ref struct
        where TItems : IElementEnumerator<T>, allows ref struct
        {
            var items = elements;
            summary.IsMalformed |= !isCut && IsMalformed<T, TItems>(in elements);
            if (isCarrier || depth >= MostDepth || summary.Info.IsFull)
                return;
            while (items.MoveNext())
            {
                var item = items.Current;
                var inner = new InfoVisitor(summary, isCarrier, isCut, depth + 1);
                item.Visit(ref inner);
                break;
            }
        }

        private static bool IsMalformed<T, TItems>(scoped in TItems elements)
            where T : allows ref struct
            where TItems : IElementEnumerator<T>, allows ref struct
        {
            var items = elements;
            while (items.MoveNext())
            {
            }
            return !items.Result;
        }

        public void Values<T, TItems>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> bytes, scoped in TItems elements)
        where T : IPresentable<T>, allows ref struct
        where TItems : IElementEnumerator<T>, allows ref struct
        {
        }

        public void Scalars<T>(in FieldDescription field, int bitOffset, scoped in ScalarList<T> value) where T : unmanaged
        {
        }

        public void Value<T>(in FieldDescription field, int bitOffset, int byteLength, scoped in T value) where T : IPresentable<T>, allows ref struct
        {
            if (!summary.Info.IsFull)
                summary.Info.Name(value.ToString());
        }
    }
}
