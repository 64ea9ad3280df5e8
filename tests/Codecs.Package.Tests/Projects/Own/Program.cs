using System.Text;
using Codecs;
using Own;

// Both ways: what is printed is what the test expects from the specifications.
var request = new Modbus { Transaction = 1, Unit = 17 } / new ReadHoldingRegisters { Start = 107, Quantity = 3 };
Console.WriteLine(Convert.ToHexString(request.ToArray()));

var write = new Modbus { Transaction = 2, Unit = 17 } / new WriteMultipleRegisters { Start = 1, Values = [10, 258] };
byte[] bytes = write.ToArray();
Console.WriteLine(Convert.ToHexString(bytes));
if (Modbus.TryParse(bytes, out var modbus) && modbus.TryGet(out WriteMultipleRegisters registers))
    Console.WriteLine($"{registers.Quantity} registers from {registers.Start}: {registers.Values[0]}, {registers.Values[1]}");

var connect = new Mqtt() / new MqttConnect { CleanSession = true, KeepAlive = 60, ClientIdentifier = "a"u8, UserName = new("me"u8) };
bytes = connect.ToArray();
Console.WriteLine(Convert.ToHexString(bytes));
if (Mqtt.TryParse(bytes, out var mqtt) && mqtt.TryGet(out MqttConnect parsed))
    Console.WriteLine($"{Encoding.UTF8.GetString(parsed.ClientIdentifier)} {Encoding.UTF8.GetString(parsed.UserName.Value)} {parsed.KeepAlive}");

var cut = Modbus.TryParse([0, 1, 0, 0, 0, 6, 17, 3], out _);
Console.WriteLine($"{cut.Status} {cut.BytesNeeded}");
var wrong = Modbus.TryParse([0, 1, 0, 9, 0, 6, 17, 3, 0, 107, 0, 3], out _);
Console.WriteLine($"{wrong.Status} field {wrong.Field} at {wrong.Offset}");
