using WaaS.Logistics.Messages.Refurbishment;
using WaaS.Logistics.Messages.Sanitization;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Refurbishment.Inspections;

/// <summary>A device Sanitization has spoken of, with all its inspections. What the gate says and what people do to it meet here and collide.</summary>
internal sealed class Device : Root
{
    private readonly List<Inspection> _inspections = [];

    private Device()
    {
    }

    public Device(Guid id, string serial) => (Id, Serial, SerialKey) = (id, serial, DeviceSerial.Key(serial) ?? serial);

    public string Serial { get; private set; } = "";
    public string SerialKey { get; private set; } = "";
    public string Manufacturer { get; private set; } = "";
    public string Model { get; private set; } = "";
    public string Customer { get; private set; } = "";
    public string? ProductClass { get; private set; }

    /// <summary>Cycle and revision of the newest word of Sanitization; zero before the first.</summary>
    public int Cycle { get; private set; }
    public int Revision { get; private set; }
    public GateState Gate { get; private set; } = GateState.Reopened;

    public IReadOnlyList<Inspection> Inspections => _inspections;

    public Inspection? Latest => _inspections.MaxBy(inspection => inspection.Clearance);

    private GateRevision Newest => new(Cycle, Revision);

    public Heard Hear(DeviceCleared cleared, Origin by, DateTime now)
    {
        var word = new GateRevision(cleared.Clearance.Cycle, cleared.Clearance.Revision).Sane();
        if (word <= Newest)
            return word == Newest && Gate == GateState.Cleared ? Heard.Repeated : Heard.Superseded;
        Latest?.Leave(word.Cycle > Latest.Cycle ? InspectionEvent.CameBack : InspectionEvent.Outrun, null, by, now);
        (Cycle, Revision, Gate) = (word.Cycle, word.Revision, GateState.Cleared);
        (Serial, SerialKey) = (cleared.Serial, DeviceSerial.Key(cleared.Serial) ?? cleared.Serial);
        (Manufacturer, Model, Customer, ProductClass) = (cleared.Manufacturer, cleared.Model, cleared.Customer, cleared.ProductClass);
        _inspections.Add(new Inspection(this, cleared.Clearance, now));
        return Heard.Applied;
    }

    /// <summary>A re-opening beats every clearance of its own revision and below, whichever comes first.</summary>
    public Heard Hear(DeviceReopened reopened, Origin by, DateTime now)
    {
        var word = new GateRevision(reopened.Cycle, reopened.Revision).Sane();
        if (word < Newest)
            return Heard.Superseded;
        if (word == Newest && Gate == GateState.Reopened)
            return Heard.Repeated;
        Latest?.Leave(word.Cycle > Latest.Cycle ? InspectionEvent.CameBack : InspectionEvent.Reopened, reopened.Reason, by, now);
        (Cycle, Revision, Gate) = (word.Cycle, word.Revision, GateState.Reopened);
        return Heard.Applied;
    }

    public Inspection Start(Origin by, DateTime now)
    {
        var inspection = OnBench();
        inspection.Start(by, now);
        return inspection;
    }

    public Inspection Answer(CheckPoint point, CheckAnswer answer, string? note, Origin by, DateTime now)
    {
        var inspection = OnBench();
        inspection.Answer(point, answer, note, by, now);
        return inspection;
    }

    public DeviceGraded GiveGrade(Grade grade, string? seal, Origin by, DateTime now)
    {
        var inspection = OnBench();
        inspection.GiveGrade(grade, seal, by, now);
        return new DeviceGraded(Id, inspection.Cycle, inspection.Revision, Customer, Manufacturer, Model, Serial, ProductClass, grade.ToString(), inspection.SealNumber);
    }

    public DeviceScrapped Scrap(string? reason, Origin by, DateTime now)
    {
        var inspection = OnBench();
        inspection.Scrap(reason, by, now);
        return new DeviceScrapped(Id, inspection.Cycle, inspection.Revision, Serial, inspection.ScrapReason!);
    }

    public CarrierFound FindCarrier(string slot, string? carrierSerial, Origin by, DateTime now)
    {
        if (carrierSerial is not null && DeviceSerial.Key(carrierSerial) == SerialKey)
            throw new RefusedException("device-serial", $"{carrierSerial} is the serial of the device itself. Scan the label of the carrier, or leave its serial empty.", 400, "carrierSerial", carrierSerial);
        var inspection = OnBench();
        inspection.FindCarrier(slot, carrierSerial, by, now);
        return new CarrierFound(Id, inspection.Cycle, Serial, slot, carrierSerial);
    }

    public SealBroken BreakSeal(string seal, Origin by, DateTime now)
    {
        var inspection = OnBench();
        inspection.BreakSeal(seal, by, now);
        return new SealBroken(Id, inspection.Cycle, Serial, inspection.SealNumber!);
    }

    // A device that came back once more, and is not cleared yet, is in nobody's hands here whatever its last grade was.
    private Inspection OnBench()
    {
        var latest = Latest ?? throw RefusedException.NotFound("device", Id.ToString());
        return Gate == GateState.Cleared || latest.State is InspectionState.Withdrawn or InspectionState.SentBack ? latest
            : throw new RefusedException("not-cleared", $"{Serial} is in return cycle {Cycle} and not cleared in it. It comes here when sanitization has cleared it.", arguments: [Serial, Cycle]);
    }
}
