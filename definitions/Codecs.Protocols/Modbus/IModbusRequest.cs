namespace Codecs.Protocols;

/// <summary>A request, however it is framed. The messages of requests are carried by all of these (<c>Tag(…, In = typeof(IModbusRequest))</c>), also by those of users.</summary>
public interface IModbusRequest
{
    /// <summary>The device.</summary>
    byte UnitIdentifier { get; }

    /// <summary>What is to be done.</summary>
    ModbusFunction Function { get; }
}

/// <summary>A response, however it is framed. The messages of responses are carried by all of these (<c>Tag(…, In = typeof(IModbusResponse))</c>), also by those of users.</summary>
public interface IModbusResponse
{
    /// <summary>The device.</summary>
    byte UnitIdentifier { get; }

    /// <summary>Was the request not carried out?</summary>
    bool IsException { get; }

    /// <summary>What was to be done.</summary>
    ModbusFunction Function { get; }
}
