namespace Codecs.Protocols;

/// <summary>How a dynamic update reads the sections of a message (RFC 2136 section 2): a zone, what must be so in it, and what is to be changed.</summary>
public readonly ref struct DnsUpdate
{
    private readonly DnsMessage _message;
    private readonly DnsQuestion _zone;

    private DnsUpdate(scoped in DnsMessage message, DnsQuestion zone)
    {
        _message = message;
        _zone = zone;
    }

    /// <summary>The name of the zone (section 2.3).</summary>
    public DnsName ZoneName => _zone.Name;

    /// <summary>The class of the zone, by which records are told apart.</summary>
    public DnsClass ZoneClass => _zone.Class;

    /// <summary>What must be so before anything is changed (section 2.4): see <see cref="PrerequisiteOf"/>.</summary>
    public MessageList<DnsRecord> Prerequisites => _message.Answers;

    /// <summary>What is to be changed, in this order (section 2.5): see <see cref="OperationOf"/>.</summary>
    public MessageList<DnsRecord> Updates => _message.Authorities;

    /// <summary>Records that help to use the others, such as addresses of servers.</summary>
    public MessageList<DnsRecord> Additionals => _message.Additionals;

    /// <summary>Reads an update.</summary>
    /// <returns>False if the message is none, or has not one zone, which its type SOA marks (section 3.1.1).</returns>
    public static bool TryRead(scoped in DnsMessage message, out DnsUpdate update)
    {
        update = default;
        if (message.Opcode != DnsOpcode.Update || message.Questions.Count != 1 || message.Questions.First is var zone && zone.Type != DnsType.Soa)
            return false;
        update = new(in message, message.Questions.First);
        return true;
    }

    /// <summary>What a prerequisite demands (section 2.4).</summary>
    public DnsPrerequisite PrerequisiteOf(scoped in DnsRecord record) => (record.Class, record.Type) switch
    {
        _ when record.TimeToLive.Seconds != 0 => DnsPrerequisite.Invalid,
        _ when record.Class == ZoneClass => DnsPrerequisite.RecordExists,
        _ when !record.Data.IsEmpty => DnsPrerequisite.Invalid,
        (DnsClass.Any, DnsType.Any) => DnsPrerequisite.NameIsInUse,
        (DnsClass.Any, _) => DnsPrerequisite.RecordSetExists,
        (DnsClass.None, DnsType.Any) => DnsPrerequisite.NameIsNotInUse,
        (DnsClass.None, _) => DnsPrerequisite.RecordSetDoesNotExist,
        _ => DnsPrerequisite.Invalid,
    };

    /// <summary>What is to be done with a record (section 2.5).</summary>
    public DnsUpdateOperation OperationOf(scoped in DnsRecord record) => record.Class switch
    {
        _ when record.Class == ZoneClass => record.Type == DnsType.Any ? DnsUpdateOperation.Invalid : DnsUpdateOperation.Add,
        _ when record.TimeToLive.Seconds != 0 => DnsUpdateOperation.Invalid,
        DnsClass.Any when !record.Data.IsEmpty => DnsUpdateOperation.Invalid,
        DnsClass.Any => record.Type == DnsType.Any ? DnsUpdateOperation.DeleteName : DnsUpdateOperation.DeleteRecordSet,
        DnsClass.None => record.Type == DnsType.Any ? DnsUpdateOperation.Invalid : DnsUpdateOperation.DeleteRecord,
        _ => DnsUpdateOperation.Invalid,
    };
}

/// <summary>What a prerequisite of an update demands (RFC 2136 section 2.4).</summary>
public enum DnsPrerequisite
{
    /// <summary>Nothing that there is: a format error.</summary>
    Invalid,

    /// <summary>The name has records of the type (section 2.4.1).</summary>
    RecordSetExists,

    /// <summary>The name has these records of the type, and no others (section 2.4.2).</summary>
    RecordExists,

    /// <summary>The name has no records of the type (section 2.4.3).</summary>
    RecordSetDoesNotExist,

    /// <summary>The name has records (section 2.4.4).</summary>
    NameIsInUse,

    /// <summary>The name has none (section 2.4.5).</summary>
    NameIsNotInUse,
}

/// <summary>What an update does (RFC 2136 section 2.5).</summary>
public enum DnsUpdateOperation
{
    /// <summary>Nothing that there is: a format error.</summary>
    Invalid,

    /// <summary>Adds the record (section 2.5.1).</summary>
    Add,

    /// <summary>Deletes all records of that name and type (section 2.5.2).</summary>
    DeleteRecordSet,

    /// <summary>Deletes all records of the name (section 2.5.3).</summary>
    DeleteName,

    /// <summary>Deletes the record (section 2.5.4).</summary>
    DeleteRecord,
}
