using System.Globalization;
using System.Text.Json;

namespace WaaS.Logistics.Proof.Records;

/// <summary>Reads the facts of a step. What is absent or of another form is not known, and equals nothing.</summary>
internal static class StepFacts
{
    public static string? Fact(this StepRecord record, string name) =>
        record.Body.Payload.ValueKind == JsonValueKind.Object && record.Body.Payload.TryGetProperty(name, out var fact) && fact.ValueKind == JsonValueKind.String ? fact.GetString() : null;

    public static long? Count(this StepRecord record, string name) =>
        long.TryParse(record.Fact(name), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
}
