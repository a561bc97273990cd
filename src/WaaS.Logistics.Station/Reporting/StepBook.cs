using System.Text.Json;
using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Records;
using WaaS.Logistics.Proof.Signing;
using WaaS.Logistics.Station.Data;

namespace WaaS.Logistics.Station.Reporting;

/// <summary>The job's signed chain of steps; a step is on disk before anybody hears of it.</summary>
internal sealed class StepBook
{
    private readonly JobFolder _folder;
    private readonly SigningKey _key;
    private readonly TimeProvider _clock;
    private readonly Lock _lock = new();
    private readonly List<StepRecord> _records;

    public StepBook(JobFolder folder, SigningKey key, TimeProvider clock)
    {
        (_folder, _key, _clock) = (folder, key, clock);
        _records = [.. folder.ReadSteps()];
    }

    /// <summary>Hash of the last record.</summary>
    public ContentHash Head
    {
        get
        {
            lock (_lock)
            {
                return _records[^1].ComputeHash();
            }
        }
    }

    public void Add(string kind, IEnumerable<KeyValuePair<string, string>> facts)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            foreach ((string name, string value) in facts)
            {
                writer.WriteString(name, value);
            }

            writer.WriteEndObject();
        }

        using JsonDocument payload = JsonDocument.Parse(stream.ToArray());
        lock (_lock)
        {
            StepRecord record = StepChain.Append(
                _records.LastOrDefault(), _folder.JobId, kind, payload.RootElement, _clock.GetLocalNow(), _key);
            _folder.Save(record);
            _records.Add(record);
        }
    }

    public IReadOnlyList<StepRecord> After(long sequence)
    {
        lock (_lock)
        {
            return [.. _records.Where(record => record.Body.Sequence > sequence)];
        }
    }
}
