using System.Buffers;
using System.Text;
using Codecs.Protocols;

namespace Codecs.Tool.Text;

/// <summary>Collects a <see cref="Summary"/>. It knows no protocol: what tells most is chosen by the kinds of fields.</summary>
internal readonly ref struct SummaryVisitor(Summary summary) : ILayerVisitor
{
    void ILayerVisitor.Layer<T>(scoped in T message, int offset, ParseResult result)
    {
        var plan = SummaryPlan.Of<T>();
        summary.Enter(plan.Name);
        summary.IsCut |= !result;
        var fields = new InfoVisitor(summary, plan, plan.IsCarrier, isCut: !result, depth: 0);
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
    private ref struct InfoVisitor(Summary summary, SummaryPlan plan, bool isCarrier, bool isCut, int depth) : IFieldVisitor
    {
        private const int MostDepth = 3;

        private int _next;

        public void Scalar<T>(in FieldDescription field, int bitOffset, int bitWidth, T value)
        {
            int ordinal = plan.IndexOf(field, ref _next);
            var use = plan.Uses[ordinal];
            if ((use > SummaryUse.Technical && depth == 0 && summary.TryTakeAddress(use, value)) || summary.Info.IsFull)
                return;
            if (typeof(T).IsEnum && ScalarTypes.TryGetName(value, out string? name))
            {
                // What is zero and says nothing of the payload mostly is nothing special.
                if (!plan.AreKinds[ordinal] && ((field.Role & FieldRole.Tag) != 0 || !EqualityComparer<T>.Default.Equals(value, default)))
                    summary.Info.Name(name);
                return;
            }
            if (use == SummaryUse.Technical)
                return;
            if (typeof(T) == typeof(bool))
            {
                if (!EqualityComparer<T>.Default.Equals(value, default))
                    summary.Info.Name(plan.Flags[ordinal]);
            }
            else if (!ScalarTypes.TryGetInteger(value, out var integer))
            {
                summary.Info.Name(ScalarTypes.ToText(value));
            }
            else if (integer != 0 && depth < 2 && (plan.AreUsual[ordinal] || !isCarrier || depth > 0))
            {
                // Of the many numbers in the headers of carriers, a few are what people look for.
                summary.Info.Number(plan.Labels[ordinal], integer);
            }
        }

        public void Bytes(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value)
        {
            if (depth == 0 && (field.Role & FieldRole.Payload) != 0)
                summary.Rest = value.Length;
            // Addresses of a length that the message tells: ARP.
            if (depth == 0 && value.Length == 4 && field.Name.Contains("Protocol", StringComparison.Ordinal))
                summary.TryTakeAddress(plan.Uses[plan.IndexOf(field, ref _next)], new IPv4Address(value));
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
            var inner = new InfoVisitor(summary, SummaryPlan.Of<T>(), isCarrier, isCut, depth + 1);
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
                var inner = new InfoVisitor(summary, SummaryPlan.Of<T>(), isCarrier, isCut, depth + 1);
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
