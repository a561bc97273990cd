using System.Text.Json;
using System.Text.RegularExpressions;
using WaaS.Logistics.Proof.Json;
using WaaS.Logistics.Proof.Signing;

namespace WaaS.Logistics.Proof.Records;

/// <summary>Makes and checks the chain of one job's steps.</summary>
public static partial class StepChain
{
    /// <summary>Makes the record after <paramref name="last"/>, or the first one.</summary>
    /// <param name="last">The record before; null for the first.</param>
    /// <param name="jobId">The job; the same in the whole chain.</param>
    /// <param name="kind">What happened, kebab-case.</param>
    /// <param name="payload">The facts, a JSON object.</param>
    /// <param name="time">The station's clock.</param>
    /// <param name="key">The station's key.</param>
    /// <exception cref="ArgumentException">The kind is no kebab-case name, the payload no object, or the job another one.</exception>
    public static StepRecord Append(StepRecord? last, Guid jobId, string kind, JsonElement payload, DateTimeOffset time, SigningKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (!KindName().IsMatch(kind)) throw new ArgumentException($"A step kind is a kebab-case name of at most 40 letters, not '{kind}'.", nameof(kind));
        if (payload.ValueKind != JsonValueKind.Object) throw new ArgumentException("A step's payload is a JSON object.", nameof(payload));
        if (last is not null && last.Body.JobId != jobId) throw new ArgumentException($"The record before is of job {last.Body.JobId}, not {jobId}.", nameof(jobId));

        var body = new StepBody
        {
            Sequence = last is null ? 1 : checked(last.Body.Sequence + 1),
            PreviousHash = last?.ComputeHash(),
            JobId = jobId,
            Kind = kind,
            Payload = payload.Clone(),
            Time = time,
            StationKeyId = key.KeyId,
        };
        var unsigned = new StepRecord { Body = body, Signature = "" };
        return unsigned with { Signature = key.Sign(unsigned.SignedBytes()) };
    }

    /// <summary>Checks records in their order; names the exact place of the first that does not hold.</summary>
    /// <param name="records">The records, first to last.</param>
    /// <param name="jobId">The job they must be of.</param>
    /// <param name="key">The station's key as it was enrolled.</param>
    /// <param name="after">Where the records continue; null when they must begin at 1.</param>
    /// <param name="promisedHead">Hash the last record must have; null when none was promised.</param>
    public static ChainCheck Verify(IReadOnlyList<StepRecord> records, Guid jobId, VerifyingKey key, ChainPosition? after = null, ContentHash? promisedHead = null)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(key);
        if (records.Count == 0) return Broken(ChainBreak.Empty, 0);

        var head = after;
        for (var i = 0; i < records.Count; i++)
        {
            var record = records[i];
            try
            {
                var broken = CheckOne(record, jobId, key, head);
                if (broken != ChainBreak.None) return Broken(broken, i);
                head = new ChainPosition(record.Body.Sequence, record.ComputeHash());
            }
            catch (CanonicalJsonException)
            {
                return Broken(ChainBreak.Format, i);
            }
        }

        return promisedHead is { } promised && promised != head!.Value.Hash
            ? Broken(ChainBreak.Head, records.Count)
            : new ChainCheck { Break = ChainBreak.None, BrokenAt = null, Head = head };
    }

    private static ChainBreak CheckOne(StepRecord record, Guid jobId, VerifyingKey key, ChainPosition? before)
    {
        var body = record.Body;
        if (body.Format != StepBody.FormatId || !KindName().IsMatch(body.Kind) || body.Payload.ValueKind != JsonValueKind.Object) return ChainBreak.Format;
        if (body.JobId != jobId) return ChainBreak.Job;
        if (body.Sequence != (before?.Sequence ?? 0) + 1) return ChainBreak.Sequence;
        if (body.PreviousHash != before?.Hash) return ChainBreak.Link;
        if (body.StationKeyId != key.KeyId) return ChainBreak.Key;
        return key.Verifies(record.SignedBytes(), record.Signature) ? ChainBreak.None : ChainBreak.Signature;
    }

    private static ChainCheck Broken(ChainBreak why, int at) => new() { Break = why, BrokenAt = at, Head = null };

    [GeneratedRegex("^(?=.{1,40}\\z)[a-z][a-z0-9]*(-[a-z0-9]+)*\\z", RegexOptions.CultureInvariant)]
    private static partial Regex KindName();
}
