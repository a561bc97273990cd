using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Documents.Labels;
using WaaS.Logistics.Labels;
using WaaS.Logistics.Pictures.Drawing;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.Certificates;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.HoldDevice;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sanitization.Pages;
using WaaS.Logistics.Sanitization.Resources;
using WaaS.Logistics.Sayings;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Sanitization.PrintResult;

/// <summary>The label that says what came of a wipe. Its word is decided here and now; where nothing is decided, nothing is printed.</summary>
internal sealed class PrintResult(SanitizationDb db, OrderLookup orders, CheckCertificate check, PublicAddress address, IHttpContextAccessor http, Texts t)
{
    /// <summary>For the device: one label for each certificate.</summary>
    public async Task<LabelFile> Device(Guid orderId, PrintQuery query, CancellationToken cancel)
    {
        query.Speak();
        var (order, facts) = await Load(orderId, cancel);
        var result = WipeResults.Of(order, facts);
        var certified = order.Slots.Where(slot => slot.State == SlotState.EvidenceAccepted).OrderBy(slot => slot.Name, StringComparer.Ordinal).ToList();
        IReadOnlyList<Sticker> stickers = result switch
        {
            WipeResult.Cleared when certified.Count > 0 => [.. await Certified(order, certified, cancel)],
            WipeResult.Cleared => [OnDevice(order, t["Headline_Cleared"].ToUpperInvariant(), LabelTone.Good, order.Slots.Select(slot => slot.RecordNumber!))],
            WipeResult.Failed => [OnDevice(order, t["Result_Failed"], LabelTone.Bad, order.Slots.Where(slot => slot.State == SlotState.Failed).Select(Fault))],
            WipeResult.DoNotWipe => [OnDevice(order, t["Result_DoNotWipe"], LabelTone.Stop, await WhyNot(order, cancel))],
            _ => throw Undecided(order, facts),
        };
        return Print(stickers, order, query);
    }

    /// <summary>For one carrier.</summary>
    public async Task<LabelFile> Carrier(Guid orderId, Guid slotId, PrintQuery query, CancellationToken cancel)
    {
        query.Speak();
        var (order, facts) = await Load(orderId, cancel);
        var slot = order.Slot(slotId);
        IReadOnlyList<Sticker> stickers = WipeResults.Of(order, slot, facts) switch
        {
            WipeResult.Cleared => await Certified(order, [slot], cancel),
            WipeResult.Failed => [OnCarrier(order, slot, t["Result_Failed"], LabelTone.Bad, [Fault(slot)])],
            WipeResult.DoNotWipe => [OnCarrier(order, slot, t["Result_DoNotWipe"], LabelTone.Stop, await WhyNot(order, cancel))],
            _ => throw Undecided(order, facts),
        };
        return Print(stickers, order, query);
    }

    private async Task<(WipeOrder, GateFacts)> Load(Guid orderId, CancellationToken cancel)
    {
        var order = await orders.Load(orderId, cancel);
        return (order, await orders.Facts(order, cancel));
    }

    // The certificate is asked as any stranger would ask: its signatures, its file and the list of revocations.
    private async Task<IReadOnlyList<Sticker>> Certified(WipeOrder order, IReadOnlyList<WipeSlot> slots, CancellationToken cancel)
    {
        var stickers = new List<Sticker>();
        foreach (var slot in slots)
        {
            var answer = await check.Handle(slot.RecordNumber ?? "", null, cancel);
            if (answer.Truth != CertificateTruth.True)
                throw new RefusedException("certificate-not-true", $"Certificate {slot.RecordNumber} is {answer.Truth}: no label is printed. Look at the certificate's page.", arguments: [slot.RecordNumber ?? "", answer.Truth]);
            stickers.Add(OnCarrier(order, slot, t["Result_Cleared"], LabelTone.Good, [], answer.Number) with
            {
                Text = $"{(http.HttpContext is { } asked ? address.Of(asked) : "http://127.0.0.1:5080")}/verify/{answer.Number}",
                Symbol = SymbolKind.QrCode,
            });
        }
        return stickers;
    }

    private Sticker OnDevice(WipeOrder order, string word, LabelTone tone, IEnumerable<string> because) => new(t["Device"], word, OwnCode.Create(OwnCodeKind.Device, order.DeviceId))
    {
        // What identifies goes first: the end of the list may have no room.
        Lines = [$"{order.Serial} · {order.Manufacturer} {order.Model}", AsOf(), .. because],
        Tone = tone,
    };

    private Sticker OnCarrier(WipeOrder order, WipeSlot slot, string word, LabelTone tone, IEnumerable<string> because, string? certificate = null) => OnDevice(order, word, tone, because) with
    {
        Kind = $"{t["Carrier"]} · {Saying.Slot(slot.Name)}",
        Lines = [.. certificate is null ? [] : new[] { certificate }, slot.CarrierSerial ?? t["Carrier_Unknown"], AsOf(), .. because, $"{t["Device"]}: {order.Serial} · {order.Manufacturer} {order.Model}"],
    };

    // A label outlives what it says.
    private string AsOf() => t["Result_AsOf", Display.Time(db.Now)];

    private string Fault(WipeSlot slot) => $"{Saying.Slot(slot.Name)}: {Saying.Faults(slot.FailedRules)}";

    private async Task<IReadOnlyList<string>> WhyNot(WipeOrder order, CancellationToken cancel)
    {
        var holds = await db.Holds.AsNoTracking().Where(hold => hold.DeviceId == order.DeviceId && hold.LiftedAt == null).ToListAsync(cancel);
        var kinds = holds.Where(hold => hold.IsInForce(db.Now)).Select(hold => t.Of(hold.Kind)).Distinct().ToList();
        return kinds.Count > 0 ? kinds : [t["Blocker_OwnerUnsettled"]];
    }

    private static RefusedException Undecided(WipeOrder order, GateFacts facts) =>
        order.State == OrderState.Withdrawn ? new RefusedException("result-withdrawn", $"The receipt of {order.Serial} was taken back: nothing is printed for this order.", arguments: [order.Serial])
        : facts.HasNewerCycle ? new RefusedException("result-newer-cycle", $"{order.Serial} has come back again since: print from its newest order.", arguments: [order.Serial])
        : new RefusedException("result-open", $"There is no result yet for {order.Serial}: a label is printed when it is wiped and proven, has failed, or must not be wiped.", arguments: [order.Serial]);

    private LabelFile Print(IReadOnlyList<Sticker> stickers, WipeOrder order, PrintQuery query)
    {
        var name = string.Concat(order.Serial.Where(char.IsAsciiLetterOrDigit));
        return LabelPress.Print(
            [.. stickers.Select(sticker => sticker with { ShowsText = sticker.Symbol != SymbolKind.QrCode })],
            new PrintJob(t["Result_Title", order.Serial], $"wipe-{name}", LabelPaper.Named(query.PaperOr("62x29")), db.Now, query.IsZpl));
    }
}
