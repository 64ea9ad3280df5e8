namespace Codecs.Protocols;

/// <summary>Public function codes (MODBUS Application Protocol V1.1b3 section 5.1). 65 to 72 and 100 to 110 are for users; 128 and more are no functions.</summary>
public enum ModbusFunction : byte
{
    /// <summary>Reads outputs of one bit (<see cref="ModbusRead"/>, <see cref="ModbusBits"/>).</summary>
    ReadCoils = 1,

    /// <summary>Reads inputs of one bit (<see cref="ModbusRead"/>, <see cref="ModbusBits"/>).</summary>
    ReadDiscreteInputs = 2,

    /// <summary>Reads registers (<see cref="ModbusRead"/>, <see cref="ModbusRegisters"/>).</summary>
    ReadHoldingRegisters = 3,

    /// <summary>Reads registers that are inputs (<see cref="ModbusRead"/>, <see cref="ModbusRegisters"/>).</summary>
    ReadInputRegisters = 4,

    /// <summary>Sets an output of one bit (<see cref="ModbusWriteSingleCoil"/>).</summary>
    WriteSingleCoil = 5,

    /// <summary>Sets a register (<see cref="ModbusWriteSingleRegister"/>).</summary>
    WriteSingleRegister = 6,

    /// <summary>Reads eight bits that the device chooses, on a serial line (<see cref="ModbusExceptionStatus"/>).</summary>
    ReadExceptionStatus = 7,

    /// <summary>Tests of a serial line, and its counters (<see cref="ModbusDiagnostics"/>).</summary>
    Diagnostics = 8,

    /// <summary>Counts messages that were carried out (<see cref="ModbusEventCounter"/>).</summary>
    GetCommEventCounter = 11,

    /// <summary>The same with the last events (<see cref="ModbusEventLog"/>).</summary>
    GetCommEventLog = 12,

    /// <summary>Sets outputs of one bit (<see cref="ModbusWriteMultipleCoils"/>, <see cref="ModbusWritten"/>).</summary>
    WriteMultipleCoils = 15,

    /// <summary>Sets registers (<see cref="ModbusWriteMultipleRegisters"/>, <see cref="ModbusWritten"/>).</summary>
    WriteMultipleRegisters = 16,

    /// <summary>What the device is, on a serial line (<see cref="ModbusServerId"/>).</summary>
    ReportServerId = 17,

    /// <summary>Reads records of files (<see cref="ModbusReadFile"/>, <see cref="ModbusFileData"/>).</summary>
    ReadFileRecord = 20,

    /// <summary>Writes records of files (<see cref="ModbusWriteFile"/>).</summary>
    WriteFileRecord = 21,

    /// <summary>Changes bits of a register (<see cref="ModbusMaskWrite"/>).</summary>
    MaskWriteRegister = 22,

    /// <summary>Sets registers, then reads some (<see cref="ModbusReadWrite"/>, <see cref="ModbusRegisters"/>).</summary>
    ReadWriteMultipleRegisters = 23,

    /// <summary>Reads a queue of registers (<see cref="ModbusReadFifo"/>, <see cref="ModbusFifo"/>).</summary>
    ReadFifoQueue = 24,

    /// <summary>Carries something else (<see cref="ModbusInterfaceRequest"/>, <see cref="ModbusInterfaceResponse"/>).</summary>
    EncapsulatedInterfaceTransport = 43,

    /// <summary>No function: the first bit of a response's function code, with which the response says why it was not carried out (<see cref="ModbusException"/>).</summary>
    Exception = 128,
}

/// <summary>Why a request was not carried out (V1.1b3 section 7).</summary>
public enum ModbusExceptionCode : byte
{
    /// <summary>The device has no such function, or not in its state.</summary>
    IllegalFunction = 1,

    /// <summary>There is no such address, or not as many from there on.</summary>
    IllegalDataAddress = 2,

    /// <summary>The request is not built as it should be; says nothing of the value for a register.</summary>
    IllegalDataValue = 3,

    /// <summary>It was tried, and failed.</summary>
    ServerDeviceFailure = 4,

    /// <summary>It will take long: the client is to ask again.</summary>
    Acknowledge = 5,

    /// <summary>The device does something else that takes long.</summary>
    ServerDeviceBusy = 6,

    /// <summary>A file's memory has a parity error.</summary>
    MemoryParityError = 8,

    /// <summary>A gateway has no path to the device.</summary>
    GatewayPathUnavailable = 10,

    /// <summary>The device behind a gateway does not answer.</summary>
    GatewayTargetDeviceFailedToRespond = 11,
}

/// <summary>What <see cref="ModbusDiagnostics"/> are to do (V1.1b3 section 6.8.1).</summary>
public enum ModbusDiagnosticFunction : ushort
{
    /// <summary>Gives back the data.</summary>
    ReturnQueryData = 0,

    /// <summary>Starts the serial line anew; data FF00 also clears the event log.</summary>
    RestartCommunicationsOption = 1,

    /// <summary>Returns the diagnostic register.</summary>
    ReturnDiagnosticRegister = 2,

    /// <summary>Changes the character that ends messages in ASCII mode.</summary>
    ChangeAsciiInputDelimiter = 3,

    /// <summary>The device only listens from now on. It does not respond.</summary>
    ForceListenOnlyMode = 4,

    /// <summary>Sets the counters and the diagnostic register to zero.</summary>
    ClearCounters = 10,

    /// <summary>Messages on the line.</summary>
    ReturnBusMessageCount = 11,

    /// <summary>Messages with a wrong checksum.</summary>
    ReturnBusCommunicationErrorCount = 12,

    /// <summary>Exceptions that the device sent.</summary>
    ReturnBusExceptionErrorCount = 13,

    /// <summary>Messages for the device.</summary>
    ReturnServerMessageCount = 14,

    /// <summary>Messages that it did not respond to.</summary>
    ReturnServerNoResponseCount = 15,

    /// <summary>Messages that it refused (NAK).</summary>
    ReturnServerNakCount = 16,

    /// <summary>Messages for which it was busy.</summary>
    ReturnServerBusyCount = 17,

    /// <summary>Messages that were lost to an overrun of characters.</summary>
    ReturnBusCharacterOverrunCount = 18,

    /// <summary>Sets the count of overruns to zero.</summary>
    ClearOverrunCounterAndFlag = 20,
}
