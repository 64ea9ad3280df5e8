namespace Codecs.Protocols.Tests.Modbus;

/// <summary>Function codes (MODBUS Application Protocol Specification V1.1b3 section 5.1).</summary>
public enum ModbusFunction : byte
{
    /// <summary>Reads bits.</summary>
    ReadCoils = 1,

    /// <summary>Reads registers.</summary>
    ReadHoldingRegisters = 3,

    /// <summary>Writes one register. The response repeats the request.</summary>
    WriteSingleRegister = 6,

    /// <summary>Writes registers.</summary>
    WriteMultipleRegisters = 16,

    /// <summary>Says why registers were not read.</summary>
    ReadHoldingRegistersFailed = 0x83,
}
