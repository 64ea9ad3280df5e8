using System.CommandLine;
using System.Globalization;
using Codecs.Tool.Definitions;
using Codecs.Tool.Measurement;
using Spectre.Console;
using Cell = Spectre.Console.Text;

namespace Codecs.Tool.Commands;

/// <summary><c>codecs bench</c>: how fast messages of the user's are read and written on the user's machine.</summary>
internal static class BenchCommand
{
    public static Command Create(ToolConsole console)
    {
        var file = new Argument<string>("FILE") { Description = "A pcap or pcapng capture, or messages in hexadecimal with an empty line between them; - for the standard input." };
        var protocol = new Option<string?>("--protocol")
        {
            Description = "The message to measure, as 'codecs protocols' names it. Without it: every layer of the capture's frames; for hexadecimal, what the file is called up to its first dot.",
            HelpName = "NAME",
        };
        var seconds = new Option<double>("--seconds")
        {
            Description = "How long each operation is measured.",
            HelpName = "S",
            DefaultValueFactory = static _ => 1,
        };
        seconds.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<double>() is not (> 0 and <= 3600))
                result.AddError("'--seconds' is more than 0, and at most 3600.");
        });
        var assembly = AssemblyArguments.Assembly();
        var stack = AssemblyArguments.Stack();
        var command = new Command("bench", """
            Measures how fast messages are parsed, read with all their fields, written, and read from a stream.

            Each operation is done with all the messages again and again; the median of many batches counts. Writing is without the parsing before it.
            """)
        {
            file, protocol, assembly, stack, seconds,
        };
        command.SetAction(result =>
        {
            var definitions = DefinitionSet.Open(result.GetValue(assembly));
            string path = result.GetRequiredValue(file);
            var benchmarks = SampleFile.Open(console.Input, path, definitions, result.GetValue(protocol), result.GetValue(stack));
            Run(console, path, benchmarks, TimeSpan.FromSeconds(result.GetValue(seconds)));
            return ExitCode.Success;
        });
        return command;
    }

    private static void Run(ToolConsole console, string file, IReadOnlyList<MessageBenchmark> benchmarks, TimeSpan time)
    {
        var table = new Table().AddColumn("Message").AddColumn("Operation");
        foreach (string number in (string[])["Messages", "Bytes each", "ns", "Messages/s", "GB/s", "Allocated"])
            table.AddColumn(new TableColumn(number).RightAligned());
        using (var status = StatusLine.For(console))
        {
            int done = 0, all = benchmarks.Sum(static benchmark => benchmark.Operations.Count);
            foreach (var benchmark in benchmarks)
            {
                foreach (var (name, measure) in benchmark.Operations)
                {
                    status?.Show($"{++done} of {all}: {benchmark.Protocol.Description.Name}, {name}");
                    AddRow(table, benchmark, name, measure(time));
                }
            }
        }
        TableOutput.Write(console, table);
        foreach (var benchmark in benchmarks)
        {
            string name = benchmark.Protocol.Description.Name;
            if (benchmark.Malformed > 0)
                console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"codecs: {benchmark.Malformed:N0} messages of '{file}' cannot be read as {name}, and were left out."));
            if (!benchmark.IsStreamed)
                console.Error.WriteLine($"codecs: {name} does not say where it ends, so there is no stream of it.");
        }
    }

    private static void AddRow(Table table, MessageBenchmark benchmark, string operation, Timing timing) => table.AddRow(
        new Cell(benchmark.Protocol.Description.Name, new Style(decoration: Decoration.Bold)),
        new Cell(operation),
        Number($"{benchmark.Messages.Count:N0}"),
        Number($"{timing.Bytes:N0}"),
        Number($"{timing.Nanoseconds:N1}"),
        Number($"{timing.MessagesPerSecond:N0}"),
        Number($"{timing.GigabytesPerSecond:N2}"),
        Number($"{timing.Allocated:0.#}"));

    private static Cell Number(FormattableString number) => new(number.ToString(CultureInfo.InvariantCulture));
}
