using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Refurbishment.Inspections;

/// <summary>What people at the bench do and report.</summary>
internal sealed partial class Inspection
{
    private const int MaxNote = 500;
    private const int MaxSeal = 60;

    internal void Answer(CheckPoint point, CheckAnswer answer, string? note, Origin by, DateTime now)
    {
        var said = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        if (said?.Length > MaxNote)
            throw RefusedException.Invalid("note", $"A note has at most {MaxNote} characters.", MaxNote);
        if (point == CheckPoint.NoCarrierLeft && answer != CheckAnswer.Ok)
            throw new RefusedException("carrier-left", $"A carrier that the clearance of {Device.Serial} does not name is no fault to be noted. Report it as a found carrier: the device goes back to sanitization.", arguments: [Device.Serial]);
        if (answer == CheckAnswer.Fault && said is null)
            throw new RefusedException("fault-without-note", "A fault needs a note. Write in a few words what is wrong.", 400, "note");
        var check = _checks.FirstOrDefault(known => known.Point == point);
        if (check is not null && check.Answer == answer && check.Note == said && State == InspectionState.InInspection)
            return;
        _ = Transitions.Find(State, InspectionEvent.Answered) ?? throw Refuse(InspectionEvent.Answered);
        if (check is null)
            _checks.Add(check = new AnsweredCheck(this, point));
        check.Say(answer, said, by, now);
        _history.Add(new HistoryLine(this, InspectionEvent.Answered, said, by, now) { Point = point, Answer = answer });
    }

    internal void GiveGrade(Grade grade, string? seal, Origin by, DateTime now)
    {
        if (Transitions.Find(State, InspectionEvent.GradeGiven) is null)
            throw Refuse(InspectionEvent.GradeGiven);
        if (Unanswered.ToList() is { Count: > 0 } open)
            throw new RefusedException("checks-missing", $"{open.Count} checks of {Device.Serial} have no answer yet, the first is {open[0]}. Answer every check, then grade.", arguments: [Device.Serial, open.Count]);
        if (IsLocked)
            throw new RefusedException("locked", $"{Device.Serial} is locked: a locked device is worth nothing to a buyer. Have the lock taken off and answer that check again, or scrap the device.", arguments: [Device.Serial]);
        if (grade == Inspections.Grade.A && HasFault)
            throw new RefusedException("grade-too-good", $"{Device.Serial} has a fault: it cannot have grade A. Give B or C.", arguments: [Device.Serial]);
        SetSeal(seal);
        Move(InspectionEvent.GradeGiven, SealNumber is null ? $"{grade}" : $"{grade}, {SealNumber}", by, now);
        (Grade, EndedBy, Place) = (grade, by.ActorName, by.Place ?? Place);
    }

    internal void Scrap(string? reason, Origin by, DateTime now)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > MaxNote)
            throw RefusedException.Invalid("reason", $"Write why the device is scrapped, in at most {MaxNote} characters.", MaxNote);
        Move(InspectionEvent.ScrapDecided, reason.Trim(), by, now);
        (ScrapReason, EndedBy, Place) = (reason.Trim(), by.ActorName, by.Place ?? Place);
    }

    internal void FindCarrier(string slot, string? carrierSerial, Origin by, DateTime now)
    {
        if (carrierSerial is not null && _slots.Any(known => known.RecordKind == SlotRecord.Certificate && known.CarrierSerial is not null && DeviceSerial.Key(known.CarrierSerial) == DeviceSerial.Key(carrierSerial)))
            throw new RefusedException("carrier-known", $"Carrier {carrierSerial} is sanitized and named by the clearance of {Device.Serial}. There is nothing to report.", arguments: [carrierSerial, Device.Serial]);
        SendBack(InspectionEvent.CarrierFound, carrierSerial is null ? slot : $"{slot}, {carrierSerial}", by, now);
    }

    internal void BreakSeal(string seal, Origin by, DateTime now)
    {
        if (State == InspectionState.Graded && SealKey is null)
            throw new RefusedException("not-sealed", $"{Device.Serial} carries no seal. If it was opened, look for carriers and report what you find.", arguments: [Device.Serial]);
        if (State == InspectionState.Graded && SealKey != DeviceSerial.Key(seal))
            throw new RefusedException("other-seal", $"{Device.Serial} was sealed with {SealNumber}, not with {seal.Trim()}. Look again; if {SealNumber} is gone, report {SealNumber} as broken.", 409, "sealNumber", Device.Serial, SealNumber!, seal.Trim());
        SendBack(InspectionEvent.SealBroken, SealNumber, by, now);
    }

    private void SendBack(InspectionEvent why, string? detail, Origin by, DateTime now)
    {
        var before = State;
        Move(why, detail, by, now);
        if (State == before)
            return;
        (EndedBy, EndedBecause, Place) = (by.ActorName, detail, by.Place ?? Place);
    }

    private void SetSeal(string? seal)
    {
        if (string.IsNullOrWhiteSpace(seal))
            return;
        var key = DeviceSerial.Key(seal);
        if (key is null || key.Length > MaxSeal)
            throw RefusedException.Invalid("sealNumber", $"'{seal}' is no seal number. Scan the seal's barcode; it has at most {MaxSeal} characters.", seal, MaxSeal);
        (SealNumber, SealKey) = (seal.Trim(), key);
    }
}
