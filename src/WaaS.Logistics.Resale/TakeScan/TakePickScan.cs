using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Resale.Data;
using WaaS.Logistics.Resale.Overview;
using WaaS.Logistics.Resale.PickLists;
using WaaS.Logistics.Resale.Places;
using WaaS.Logistics.Resale.Resources;
using WaaS.Logistics.Resale.Units;

namespace WaaS.Logistics.Resale.TakeScan;

/// <summary>Any scan while picking: the bin first, then the unit taken from it.</summary>
internal sealed class TakePickScan(ResaleDb db, Texts texts)
{
    public Task<ScanAnswer> Handle(string number, ScanPost scan, CancellationToken cancel) => db.Once(scan.OpId, "pick-scan", new { number, scan.Payload }, async () =>
    {
        var list = await db.PickList(number, cancel);
        var scanned = await Scanned.Read(db, scan.Payload, cancel);
        if (scanned.Command is "CLOSE" or "DONE")
            return new ScanAnswer(Tone.Ok, texts["Pick_Finish"], list.Number, null, $"/stock/pick-lists/{list.Number}");
        if (scanned.Command is "NEXT")
            return await Onward(list, cancel);
        if (scanned.Command is { } command)
            throw new RefusedException("card-unknown", $"The command card {command} does nothing here.", arguments: [command]);
        list.RequireOpen();
        var hand = await Hand.Of(db, list.Number, cancel);
        var units = await db.UnitsOf(list, cancel);
        return scanned.Bin is { } bin ? AtBin(list, units, bin, hand) : await Take(list, units, scanned.Unit!, hand, cancel);
    }, [ResaleDb.OneHand], cancel);

    // What is not found at this bin is not waited for: the list goes on behind it, and begins again after its end.
    private async Task<ScanAnswer> Onward(PickList list, CancellationToken cancel)
    {
        var view = PickListView.Of(list, await db.UnitsOf(list, cancel));
        var here = (await Hand.Of(db, list.Number, cancel)).Bin;
        var left = view.Lines.Count(line => line.State == PickLineState.Waiting && line.Bin == here);
        if (view.After(here) is { } line)
            return new ScanAnswer(Tone.Ok, line.Bin ?? "–", $"{line.Manufacturer} {line.Model} {line.Serial}", here is null || left == 0 ? texts["Pick_ScanBin", line.Bin] : texts.Count("Pick_StillHere", left));
        return view.Next is { } only
            ? new ScanAnswer(Tone.Look, texts["Pick_NothingElse"], only.Serial, texts["Pick_NextLine", only.Bin, only.Model, only.Serial])
            : new ScanAnswer(Tone.Ok, texts["Pick_NothingNext"], list.Number, texts["Pick_AllDone"], $"/stock/pick-lists/{list.Number}");
    }

    private ScanAnswer AtBin(PickList list, IReadOnlyList<StockUnit> units, Place bin, Hand hand)
    {
        var view = PickListView.Of(list, units);
        var here = view.Lines.Where(line => line.State == PickLineState.Waiting && line.Bin == bin.Code).ToList();
        if (here.Count == 0)
            throw new RefusedException("wrong-bin-for-list", view.Next is { } next ? $"Nothing of this list lies in {bin.Code}. Go to {next.Bin}." : $"Nothing of this list lies in {bin.Code}.", arguments: [bin.Code, view.Next?.Bin ?? "–"]);
        hand.StandAt(bin, db.Now);
        return new ScanAnswer(Tone.Ok, bin.Code, texts.Count("Pick_Here", here.Count), texts["Pick_Take", string.Join(" · ", here.Take(3).Select(line => line.Serial))]);
    }

    private async Task<ScanAnswer> Take(PickList list, IReadOnlyList<StockUnit> units, StockUnit unit, Hand hand, CancellationToken cancel)
    {
        // Blocked, on no line or stopped: said whichever shelf the person stands at.
        PickRule.RequireLine(list, unit);
        if (unit.State == UnitState.Picked)
            return new ScanAnswer(Tone.Again, texts["Pick_Again"], unit.Name, Next(PickListView.Of(list, units)));
        if (hand.Bin is not { } code)
            return new ScanAnswer(Tone.Look, texts["Pick_BinFirst"], unit.Name, texts["Pick_ScanBin", unit.Bin]);
        PickRule.RequireBin(unit, await db.Bin(code, cancel));
        unit.Pick(list.Number, db.Origin.ActorName, db.Now);
        return new ScanAnswer(Tone.Ok, texts["Pick_Done"], unit.Name, Next(PickListView.Of(list, await db.UnitsOf(list, cancel))));
    }

    private string Next(PickListView view) => view.Next is { } next ? texts["Pick_NextLine", next.Bin, next.Model, next.Serial] : texts["Pick_AllDone"];
}
