using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Refurbishment.Data;
using WaaS.Logistics.Refurbishment.Inspections;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Refurbishment.FindDevices;

/// <summary>What waits at the bench and why, and everything about one device.</summary>
internal sealed class FindDevices(RefurbishmentDb db)
{
    /// <summary>Longest waiting first.</summary>
    /// <param name="states">All where none is named.</param>
    /// <param name="text">Part of a serial, model, customer.</param>
    public async Task<IReadOnlyList<DeviceRow>> List(IReadOnlyCollection<InspectionState> states, string? text, int skip, CancellationToken cancel)
    {
        var newest = Newest();
        if (states.Count > 0)
            newest = newest.Where(inspection => states.Contains(inspection.State));
        if (!string.IsNullOrWhiteSpace(text))
        {
            var (key, words) = (DeviceSerial.Key(text) ?? text.Trim(), text.Trim().ToUpperInvariant());
            newest = newest.Where(inspection => inspection.Device.SerialKey.Contains(key) || inspection.Device.Model.ToUpper().Contains(words) || inspection.Device.Customer.ToUpper().Contains(words));
        }
        return [.. (await newest.AsNoTracking().Include(inspection => inspection.Device).Include(inspection => inspection.Checks)
            .OrderBy(inspection => inspection.StateSince).ThenBy(inspection => inspection.Id).Skip(skip).Take(QueueView.Most).ToListAsync(cancel)).Select(Row)];
    }

    public async Task<IReadOnlyDictionary<InspectionState, int>> Counts(CancellationToken cancel) =>
        await Newest().GroupBy(inspection => inspection.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancel);

    public async Task<DeviceView> Show(Guid deviceId, CancellationToken cancel)
    {
        var device = await db.Devices.AsNoTracking().AsSplitQuery()
            .Include(row => row.Inspections).ThenInclude(inspection => inspection.Slots)
            .Include(row => row.Inspections).ThenInclude(inspection => inspection.Checks)
            .Include(row => row.Inspections).ThenInclude(inspection => inspection.History)
            .SingleOrDefaultAsync(row => row.Id == deviceId, cancel);
        if (device?.Latest is not { } latest)
            throw RefusedException.NotFound("device", deviceId.ToString());
        return new DeviceView(Row(latest), device.Gate == GateState.Cleared, latest.SealNumber, latest.ScrapReason, latest.EndedBy,
            [.. Checklist.Points.Select(point => Check(point, latest.Checks.FirstOrDefault(check => check.Point == point)))],
            [.. latest.Slots.OrderBy(slot => slot.Slot, StringComparer.Ordinal).Select(slot => new SlotView(slot.Slot, slot.CarrierSerial, slot.RecordKind, slot.RecordNumber))],
            [.. device.Inspections.SelectMany(inspection => inspection.History, Line).OrderByDescending(line => line.At)],
            [.. device.Inspections.Where(inspection => inspection != latest).OrderByDescending(inspection => inspection.Clearance).Select(Earlier)]);
    }

    /// <summary>Devices with this serial; several where two makers gave the same one.</summary>
    public async Task<IReadOnlyList<DeviceRow>> BySerial(string serialKey, CancellationToken cancel) =>
        [.. (await Newest().AsNoTracking().Include(inspection => inspection.Device).Include(inspection => inspection.Checks).Where(inspection => inspection.Device.SerialKey == serialKey).ToListAsync(cancel)).Select(Row)];

    public async Task<DeviceRow?> ById(Guid deviceId, CancellationToken cancel) =>
        await Newest().AsNoTracking().Include(inspection => inspection.Device).Include(inspection => inspection.Checks).SingleOrDefaultAsync(inspection => inspection.DeviceId == deviceId, cancel) is { } found ? Row(found) : null;

    private IQueryable<Inspection> Newest() => db.Inspections.Where(inspection => !db.Inspections.Any(newer => newer.DeviceId == inspection.DeviceId
        && (newer.Cycle > inspection.Cycle || newer.Cycle == inspection.Cycle && newer.Revision > inspection.Revision)));

    private static DeviceRow Row(Inspection inspection) => new(
        inspection.DeviceId, inspection.Cycle, inspection.Revision, inspection.Device.Serial, inspection.Device.Manufacturer, inspection.Device.Model, inspection.Device.Customer, inspection.Device.ProductClass,
        inspection.State, inspection.Grade, inspection.StateSince, inspection.StartedBy, inspection.Place, inspection.State switch
        {
            InspectionState.Withdrawn => "withdrawn",
            InspectionState.SentBack => "sent-back",
            InspectionState.InInspection when inspection.IsLocked => "locked",
            _ => null,
        }, inspection.State is InspectionState.Withdrawn or InspectionState.SentBack ? inspection.EndedBecause : inspection.Checks.FirstOrDefault(check => check is { Point: CheckPoint.Locks, Answer: CheckAnswer.Fault })?.Note);

    private static CheckView Check(CheckPoint point, AnsweredCheck? answered) => new(point, answered?.Answer, answered?.Note, answered?.ByName, answered?.At);

    private static HistoryView Line(Inspection inspection, HistoryLine line) =>
        new(inspection.Cycle, inspection.Revision, line.Event, line.Point, line.Answer, line.Detail, line.ActorName, line.Station, line.Place, line.At);

    private static EarlierView Earlier(Inspection inspection) =>
        new(inspection.Cycle, inspection.Revision, inspection.State, inspection.Grade, inspection.OpenedAt, inspection.StateSince, inspection.EndedBy, inspection.EndedBecause);
}
