using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Resale.Data;
using WaaS.Logistics.Resale.Places;
using WaaS.Logistics.Resale.Resources;
using WaaS.Logistics.Resale.Units;

namespace WaaS.Logistics.Resale.TakeScan;

/// <summary>Any scan at put-away: a bin and then its units, or a unit and then its bin.</summary>
internal sealed class TakePutAwayScan(ResaleDb db, Texts texts)
{
    public const string Task = "put-away";

    public Task<ScanAnswer> Handle(ScanPost scan, CancellationToken cancel) => db.Once(scan.OpId, "put-away-scan", new { scan.Payload }, async () =>
    {
        var scanned = await Scanned.Read(db, scan.Payload, cancel);
        var hand = await Hand.Of(db, Task, cancel);
        if (scanned.Command is "NEXT")
            return await Next(hand, cancel);
        if (scanned.Command is { } command)
            throw new RefusedException("card-unknown", $"The command card {command} does nothing here.", arguments: [command]);
        return scanned.Bin is { } bin ? await AtBin(bin, hand, cancel) : await WithUnit(scanned.Unit!, hand, cancel);
    }, [ResaleDb.OneHand], cancel);

    // The longest waiting that is not in the hand; a bin that was scanned stays where the next ones go.
    private async Task<ScanAnswer> Next(Hand hand, CancellationToken cancel)
    {
        var next = await db.WholeUnits.AsNoTracking().Where(unit => unit.State == UnitState.Admitted && unit.Id != hand.UnitId).OrderBy(unit => unit.WaitingSince).ThenBy(unit => unit.Id).FirstOrDefaultAsync(cancel);
        if (next is not null)
            return new ScanAnswer(Tone.Ok, texts["PutAway_Next"], next.Name, texts[hand.Bin is { } bin ? "PutAway_NextInto" : "PutAway_NextScan", hand.Bin ?? ""]);
        return hand.UnitId is { } id && await db.Unit(id, cancel) is { State: UnitState.Admitted } held
            ? new ScanAnswer(Tone.Look, texts["PutAway_NothingElse"], held.Name, texts["PutAway_ScanBin"])
            : new ScanAnswer(Tone.Ok, texts["PutAway_NothingNext"], "", texts["PutAway_NothingNextWhat"]);
    }

    private async Task<ScanAnswer> AtBin(Place bin, Hand hand, CancellationToken cancel)
    {
        bin.RequireSellable();
        var held = hand.UnitId is { } id ? await db.Unit(id, cancel) : null;
        hand.StandAt(bin, db.Now);
        return held is null ? new ScanAnswer(Tone.Ok, bin.Code, "", texts["PutAway_ScanUnits"]) : Lay(held, bin);
    }

    private async Task<ScanAnswer> WithUnit(StockUnit unit, Hand hand, CancellationToken cancel)
    {
        if (UnitTransitions.Find(unit.State, UnitEvent.PutAway) is null)
            throw unit.Refuse("put-away");
        if (hand.Bin is { } code)
            return Lay(unit, await db.Bin(code, cancel));
        hand.Hold(unit, db.Now);
        return new ScanAnswer(Tone.Ok, texts["PutAway_WhereTo"], unit.Name, texts["PutAway_ScanBin"]);
    }

    private ScanAnswer Lay(StockUnit unit, Place bin)
    {
        if (unit.PlaceId == bin.Id)
            return new ScanAnswer(Tone.Again, texts["PutAway_Again"], unit.Name, texts["PutAway_AgainNext", bin.Code]);
        var from = unit.Bin;
        unit.PutInto(bin, db.Now);
        return new ScanAnswer(Tone.Ok, texts["PutAway_Done"], unit.Name, from is null ? texts["PutAway_LiesIn", bin.Code] : texts["PutAway_Moved", from, bin.Code]);
    }
}
