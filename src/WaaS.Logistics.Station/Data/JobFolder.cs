using System.Globalization;
using System.Text.Json;
using Microsoft.Win32.SafeHandles;
using WaaS.Logistics.Erasure;
using WaaS.Logistics.Erasure.Native;
using WaaS.Logistics.Proof.Records;
using WaaS.Logistics.Proof.StationContract;

namespace WaaS.Logistics.Station.Data;

/// <summary>
/// One job on this station's disk. What is here and not confirmed is the outbox: <c>steps/</c> and <c>evidence.json</c> are
/// sent until <c>reply.json</c> holds the server's answer.
/// </summary>
internal sealed class JobFolder
{
    private readonly string _root;

    private JobFolder(string root, Guid jobId) => (_root, JobId) = (root, jobId);

    public Guid JobId { get; }

    public WipeJournal Journal => new(Path.Combine(_root, "journal.json"));

    private string JobPath => Path.Combine(_root, "job.json");

    private string EvidencePath => Path.Combine(_root, "evidence.json");

    private string ReplyPath => Path.Combine(_root, "reply.json");

    private string Steps => Path.Combine(_root, "steps");

    public static JobFolder At(string root, Guid jobId)
    {
        if (!Directory.Exists(Path.Combine(root, "steps")))
        {
            Directory.CreateDirectory(Path.Combine(root, "steps"));
            DurableFile.SyncFolder(root);
            DurableFile.SyncFolder(Path.GetDirectoryName(root)!);
        }

        return new JobFolder(root, jobId);
    }

    /// <summary>Null when another process of this station works on the job.</summary>
    public SafeFileHandle? TryLock()
    {
        try
        {
            return File.OpenHandle(Path.Combine(_root, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    public Job? ReadJob() => Read(JobPath, StationJson.Default.Job);

    public void Save(Job job) => DurableFile.Write(JobPath, JsonSerializer.SerializeToUtf8Bytes(job, StationJson.Default.Job));

    public EvidenceSubmission? ReadEvidence() => Read(EvidencePath, StationJson.Default.EvidenceSubmission);

    public void Save(EvidenceSubmission evidence) =>
        DurableFile.Write(EvidencePath, JsonSerializer.SerializeToUtf8Bytes(evidence, StationJson.Default.EvidenceSubmission));

    public EvidenceReply? ReadReply() => Read(ReplyPath, StationJson.Default.EvidenceReply);

    public void Save(EvidenceReply reply) =>
        DurableFile.Write(ReplyPath, JsonSerializer.SerializeToUtf8Bytes(reply, StationJson.Default.EvidenceReply));

    /// <summary>All records of the job's chain, in order.</summary>
    public IReadOnlyList<StepRecord> ReadSteps() =>
        [.. Directory.EnumerateFiles(Steps, "*.json").Order(StringComparer.Ordinal)
            .Select(file => JsonSerializer.Deserialize(File.ReadAllBytes(file), StepJson.Default.StepRecord)!)];

    public void Save(StepRecord record) =>
        DurableFile.Write(
            Path.Combine(Steps, record.Body.Sequence.ToString("D8", CultureInfo.InvariantCulture) + ".json"),
            JsonSerializer.SerializeToUtf8Bytes(record, StepJson.Default.StepRecord));

    private static T? Read<T>(string path, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) where T : class =>
        File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), type) : null;
}
