namespace Codecs.Protocols.Tests.Meter;

/// <summary>Function codes, as Modbus has them.</summary>
public enum MeterFunction : byte
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
