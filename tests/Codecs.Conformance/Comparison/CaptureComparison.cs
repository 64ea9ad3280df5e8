using System.Globalization;
using Codecs.Capture;
using Codecs.Conformance.Corpus;

namespace Codecs.Conformance.Comparison;

/// <summary>Compares a capture with its expectation, frame by frame.</summary>
internal static class CaptureComparison
{
    private const string FrameLayer = "frame";

    public static Outcome Run(CorpusFile file)
    {
        var outcome = new Outcome { Captures = 1 };
        int read = 0;
        try
        {
            using var reader = CaptureReader.Open(file.Capture);
            foreach (var expected in file.ReadExpectation())
            {
                if (IsOtherRecord(expected))
                {
                    outcome.Skipped++;
                    continue;
                }
                if (!reader.TryRead(out var frame))
                {
                    Fail(outcome, file, expected.Number, "frame", $"none: {reader.Damage?.ToString() ?? "the end of the file"}");
                    break;
                }
                read++;
                if (!expected.IsPaired || expected.Data is null)
                    outcome.Skipped++;
                else
                    Compare(outcome, file.Name, expected, in frame);
            }
            while (reader.TryRead(out var frame))
                Fail(outcome, file, ++read, "no frame", $"frame of link type {(int)frame.LinkType}");
        }
        catch (CaptureException e)
        {
            if (file.ReadExpectation().Any())
                Fail(outcome, file, 0, "frames", e.Message);
        }
        catch (IOException e)
        {
            Fail(outcome, file, 0, "a capture and an expectation", e.Message);
        }
        return outcome;
    }

    // Custom blocks of pcapng are frames for the other reader; here they are not.
    private static bool IsOtherRecord(ExpectedFrame expected) => expected.LinkType is null && expected.Data is not null;

    private static void Compare(Outcome outcome, string capture, ExpectedFrame expected, in CapturedFrame frame)
    {
        int before = outcome.Unexplained.Count;
        var tally = outcome.Of(FrameLayer);
        tally.Layers++;
        Same("dlt", Text(expected.LinkType), Text((int)frame.LinkType));
        Same("len", Text(expected.OriginalLength), Text(frame.OriginalLength));
        Same("caplen", Text(expected.CapturedLength), Text(frame.Data.Length));
        Same("time", expected.Time ?? "", frame.Timestamp?.ToString() ?? "");
        Same("data", expected.Data!, Convert.ToHexStringLower(frame.Data));
        new FrameComparison(outcome, capture, expected, frame.LinkType, frame.Data.ToArray()).Run();
        outcome.EndFrame(before);

        void Same(string field, string other, string found)
        {
            tally.Fields++;
            if (other != found)
                outcome.Add(new(capture, expected.Number, FrameLayer, 0, field, other, found) { Context = expected });
        }
    }

    private static void Fail(Outcome outcome, CorpusFile file, int frame, string expected, string found) =>
        outcome.AddLone(new(file.Name, frame, FrameLayer, 0, "layer", expected, found));

    private static string Text(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
