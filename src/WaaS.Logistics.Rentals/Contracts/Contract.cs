using WaaS.Logistics.Messages.Rentals;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Rentals.Contracts;

/// <summary>A rental contract with its devices. It runs up to and including its last day.</summary>
internal sealed class Contract : Root
{
    private Contract()
    {
    }

    public Contract(string number, string customer, string? reseller, DateOnly start, int termMonths, DateTime importedAt)
    {
        (Number, Customer, Reseller, Start, TermMonths, ImportedAt) = (number, customer, reseller, start, termMonths, importedAt);
        EndsOn = Term.LastDay(start, termMonths);
    }

    public string Number { get; private set; } = "";
    public string Customer { get; private set; } = "";
    public string? Reseller { get; private set; }
    public DateOnly Start { get; private set; }
    public int TermMonths { get; private set; }

    /// <summary>The last day; extensions move it.</summary>
    public DateOnly EndsOn { get; private set; }

    public DateTime ImportedAt { get; private set; }
    public DateTime? EndingAnnouncedAt { get; private set; }
    public DateTime? ReturnDueAnnouncedAt { get; private set; }
    public List<ContractDevice> Devices { get; } = [];

    public bool IsExtended { get; private set; }

    /// <summary>The contract with new devices that the customer goes on with.</summary>
    public string? FollowOnNumber { get; private set; }

    public bool IsRunning => ReturnDueAnnouncedAt is null;

    private IEnumerable<ContractDevice> Kept => Devices.Where(line => line.ReturnedOn is null);

    public ContractDevice Add(Device device, int? carrierSlots, ProtectionNeed need, string? productClass)
    {
        if (!IsRunning)
            throw new RefusedException("contract-ended", $"Contract {Number} has ended on {EndsOn:yyyy-MM-dd}; no device can be added to it.", arguments: [Number, EndsOn]);
        var line = new ContractDevice(this, device, carrierSlots, need, productClass);
        Devices.Add(line);
        return line;
    }

    public ContractEnding AnnounceEnding(DateTime now)
    {
        if (EndingAnnouncedAt is not null || !IsRunning)
            throw new InvalidOperationException($"The end of contract {Number} has been announced before.");
        EndingAnnouncedAt = now;
        return new ContractEnding(Id, Number, Customer, EndsOn);
    }

    /// <summary>The contract is over: its devices are free for another one, and have to come back, except those another one has already.</summary>
    public ReturnDue AnnounceReturn(DateTime now)
    {
        if (!IsRunning)
            throw new InvalidOperationException($"The return of contract {Number} has been announced before.");
        ReturnDueAnnouncedAt = now;
        foreach (var line in Devices)
            line.End();
        return new ReturnDue(Id, Number, Customer, Reseller, EndsOn.AddDays(1), [.. Kept.Select(line => line.ToMessage())]);
    }

    public FollowOnAgreed FollowWith(string number)
    {
        if (!ContractNumber.IsOne(number.Trim()) || number.Any(char.IsControl))
            throw RefusedException.Invalid("followOnNumber", "Write the number of the follow-on contract: at most 40 characters, a letter or digit among them, without a per cent sign.");
        if (number.Trim() == Number)
            throw new RefusedException("follow-on-is-itself", $"Contract {Number} cannot follow itself. To go on with the same devices, extend it.", 409, "followOnNumber", Number);
        if (FollowOnNumber is not null)
            throw new RefusedException("follow-on-agreed", $"Contract {Number} is followed by {FollowOnNumber} already.", 409, "followOnNumber", Number, FollowOnNumber);
        FollowOnNumber = number.Trim();
        return new FollowOnAgreed(Id, Number, FollowOnNumber);
    }

    /// <summary>Also after its end: the customer keeps the devices, and their return is due again at the new end.</summary>
    public ContractExtended Extend(int months)
    {
        if (months is < 1 or > 36)
            throw RefusedException.Invalid("months", "A contract is extended by 1 to 36 months.");
        TermMonths += months;
        EndsOn = Term.LastDay(EndsOn.AddDays(1), months);
        (IsExtended, EndingAnnouncedAt, ReturnDueAnnouncedAt) = (true, null, null);
        foreach (var line in Devices)
            line.Resume();
        return new ContractExtended(Id, Number, EndsOn, [.. Kept.Select(line => line.DeviceId)]);
    }
}
