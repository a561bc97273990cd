using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using WaaS.Logistics.Erasure;
using WaaS.Logistics.Station.CommandLine;
using WaaS.Logistics.Station.Server;

namespace WaaS.Logistics.Station;

/// <summary>Says things once for people and once for programs: with --json the last line of the output is one JSON object.</summary>
internal sealed class Speaker(TextWriter output, TextWriter errors, bool json, Language language)
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly Lock _lock = new();

    public Language Language { get; } = language;

    /// <summary>What is said of the server.</summary>
    public LineWords Line { get; } = new(language);

    /// <summary>What is going on; never part of the result.</summary>
    public void Tell(string sentence)
    {
        lock (_lock)
        {
            errors.WriteLine(sentence);
        }
    }

    /// <summary>The result.</summary>
    public ExitCode Result(ExitCode code, JsonObject facts, Func<IEnumerable<string>> words)
    {
        lock (_lock)
        {
            if (json)
            {
                facts["exitCode"] = (int)code;
                output.WriteLine(Write(facts));
                return code;
            }

            foreach (string line in words())
            {
                output.WriteLine(line);
            }

            return code;
        }
    }

    public ExitCode Fail(ExitCode code, string rule, string sentence)
    {
        Tell($"{Line.Outcome(code)}: {sentence}");
        return json ? Result(code, new JsonObject { ["outcome"] = Word(code), ["rule"] = rule, ["message"] = sentence }, static () => []) : code;
    }

    /// <summary>Every reason, for people one a line, for programs as a list.</summary>
    public ExitCode Refuse(TargetRefusedException refused, JsonObject? facts = null)
    {
        foreach (TargetRefusal reason in refused.All)
        {
            Tell($"{Line.Outcome(ExitCode.Refused)}: {reason.Message}");
        }

        facts ??= [];
        (facts["outcome"], facts["rule"], facts["message"]) = (Word(ExitCode.Refused), refused.Rule, refused.Message);
        facts["reasons"] = new JsonArray([.. refused.All.Select(reason => (JsonNode)new JsonObject { ["rule"] = reason.Rule, ["message"] = reason.Message })]);
        return Result(ExitCode.Refused, facts, static () => []);
    }

    public static string Word(ExitCode code) => code switch
    {
        ExitCode.Done => "done",
        ExitCode.Usage => "usage",
        ExitCode.Refused => "refused",
        ExitCode.NotProven => "failed",
        ExitCode.StoredForLater => "stored-for-later",
        ExitCode.Unreachable => "unreachable",
        ExitCode.NotAccepted => "not-accepted",
        ExitCode.NoJournal => "no-journal",
        _ => "broken",
    };

    private static string Write(JsonObject facts)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Readable))
        {
            facts.WriteTo(writer);
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
