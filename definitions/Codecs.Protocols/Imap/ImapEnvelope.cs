namespace Codecs.Protocols;

/// <summary>The head of a message, taken apart (RFC 9051 section 7.5.2): the value behind ENVELOPE in the data of FETCH.</summary>
public readonly ref struct ImapEnvelope
{
    /// <summary>Date, as it is in the message.</summary>
    public ImapValue Date { get; private init; }

    /// <summary>Subject, as it is in the message.</summary>
    public ImapValue Subject { get; private init; }

    /// <summary>Authors: a list of <see cref="ImapAddress"/>, or NIL.</summary>
    public ImapValue From { get; private init; }

    /// <summary>Who sent it.</summary>
    public ImapValue Sender { get; private init; }

    /// <summary>Where answers go.</summary>
    public ImapValue ReplyTo { get; private init; }

    /// <summary>Recipients.</summary>
    public ImapValue To { get; private init; }

    /// <summary>Others.</summary>
    public ImapValue Cc { get; private init; }

    /// <summary>Others that are not told.</summary>
    public ImapValue Bcc { get; private init; }

    /// <summary>Which message it answers.</summary>
    public ImapValue InReplyTo { get; private init; }

    /// <summary>Its identifier.</summary>
    public ImapValue MessageId { get; private init; }

    /// <summary>Reads an envelope.</summary>
    /// <returns>False if the value is no list of ten.</returns>
    public static bool TryRead(ImapValue value, out ImapEnvelope envelope)
    {
        var items = value.Items.GetEnumerator();
        envelope = new()
        {
            Date = Next(ref items),
            Subject = Next(ref items),
            From = Next(ref items),
            Sender = Next(ref items),
            ReplyTo = Next(ref items),
            To = Next(ref items),
            Cc = Next(ref items),
            Bcc = Next(ref items),
            InReplyTo = Next(ref items),
            MessageId = Next(ref items),
        };
        return envelope.MessageId.Kind != ImapValueKind.None && !items.MoveNext() && !items.IsMalformed;
    }

    internal static ImapValue Next(scoped ref ImapValues.Enumerator items)
    {
        items.MoveNext();
        return items.Current;
    }
}

/// <summary>An address of an envelope (RFC 9051 section 7.5.2); without a <see cref="Host"/> the beginning, or the end, of a group.</summary>
public readonly ref struct ImapAddress
{
    /// <summary>Name of the person.</summary>
    public ImapValue Name { get; private init; }

    /// <summary>A route, which nobody uses.</summary>
    public ImapValue Route { get; private init; }

    /// <summary>What is before the at sign; the name of a group.</summary>
    public ImapValue Mailbox { get; private init; }

    /// <summary>What is behind it.</summary>
    public ImapValue Host { get; private init; }

    /// <summary>Reads an address.</summary>
    /// <returns>False if the value is no list of four.</returns>
    public static bool TryRead(ImapValue value, out ImapAddress address)
    {
        var items = value.Items.GetEnumerator();
        address = new() { Name = ImapEnvelope.Next(ref items), Route = ImapEnvelope.Next(ref items), Mailbox = ImapEnvelope.Next(ref items), Host = ImapEnvelope.Next(ref items) };
        return address.Host.Kind != ImapValueKind.None && !items.MoveNext() && !items.IsMalformed;
    }
}
