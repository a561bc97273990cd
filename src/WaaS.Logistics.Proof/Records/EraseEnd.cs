using WaaS.Logistics.Proof.Evidence;

namespace WaaS.Logistics.Proof.Records;

/// <summary>The step of a job that tells that the drive has ended erasing itself: what the server's half of a seed is given for.</summary>
public static class EraseEnd
{
    /// <summary>What a step says of an erase that was seen to end well.</summary>
    public const string Completed = "completed";

    /// <summary>
    /// The first such record after the last erase was begun; null while there is none that ended well. A station that was started again tells it once more, and gets no other half for it.
    /// </summary>
    /// <param name="chain">The job's records, first to last.</param>
    public static StepRecord? Of(IReadOnlyList<StepRecord> chain)
    {
        ArgumentNullException.ThrowIfNull(chain);
        if (chain.LastOrDefault(record => record.Body.Kind == StepKinds.EraseStarted) is not { } begun) return null;
        List<StepRecord> ends = [.. chain.Where(record => record.Body.Kind == StepKinds.EraseEnded && record.Body.Sequence > begun.Body.Sequence)];
        return ends.Count > 0 && ends.All(end => end.Fact("outcome") == Completed) ? ends[0] : null;
    }

    /// <summary>What it binds the station to; null where it says nothing of it.</summary>
    public static ContentHash? Commitment(StepRecord end) => ContentHash.TryParse(end.Fact(SeedHalves.CommitmentFact), out var bound) ? bound : null;
}
