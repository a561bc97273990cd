using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.Pages;
using WaaS.Logistics.Sanitization.ShowBench;

namespace WaaS.Logistics.Sanitization.TakeScan;

/// <summary>Which device to go to now: what failed first, then what waits for a decision, for a look, for its wipe, and of these the longest waiting. What others have to do is left out.</summary>
internal sealed class NextDevice(ReadBench bench, Visit visit)
{
    private static readonly string[] Settled = ["hold", "owner-unsettled", "newer-cycle"];

    /// <param name="here">The order that is looked at: then the one after it, and after the last the first.</param>
    /// <returns><c>null</c> where no other device waits for this person.</returns>
    public async Task<Guid?> After(Guid? here, CancellationToken cancel)
    {
        var mine = (await bench.Handle(cancel)).Orders.Select(order => (order.Order.Id, Turn: TurnOf(order))).Where(order => order.Turn is not null).OrderBy(order => order.Turn).Select(order => order.Id).ToList();
        var at = here is { } order ? mine.IndexOf(order) : -1;
        var next = mine.Count == 0 ? (Guid?)null : mine[(at + 1) % mine.Count];
        return next == here ? null : next;
    }

    // On the bench's page the groups stand in this order too.
    private int? TurnOf(BenchOrder waiting)
    {
        var handles = visit.HasAny(Who.Handles);
        if (Array.Exists(Settled, rule => Has(waiting, rule)))
            return null;
        if (handles && Has(waiting, "slot-failed"))
            return 0;
        if (waiting.Reviews.Any(MayDecide))
            return 1;
        if (!handles || waiting.Order.Blockers.All(blocker => blocker.Rule is "slot-working" or "slot-under-review"))
            return null;
        return waiting.Order.Blockers.All(blocker => blocker.Rule is "slot-open" or "slot-working" or "slot-under-review") ? 3 : 2;
    }

    private static bool Has(BenchOrder waiting, string rule) => waiting.Order.Blockers.Any(blocker => blocker.Rule == rule);

    private bool MayDecide(OpenReview review) => visit.HasAny(review.Verified ? Who.Releases : Who.Verifies)
        && (review.Separation == "None" || review.Operator != visit.PersonName && (!review.Verified || review.Separation != "SixEyes" || review.Verifier != visit.PersonName));
}
