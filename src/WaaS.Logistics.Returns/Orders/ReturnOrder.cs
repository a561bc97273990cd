using WaaS.Logistics.Messages;
using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Returns.Orders;

/// <summary>Devices of one customer are to come back.</summary>
internal sealed class ReturnOrder : Root
{
    private ReturnOrder()
    {
    }

    public ReturnOrder(string number, string customer, string? contractNumber, string owner, DateTime now)
    {
        (Number, Customer, ContractNumber, Owner, OpenedAt) = (number, customer, contractNumber, owner, now);
    }

    public string Number { get; private set; } = "";
    public string Customer { get; private set; } = "";
    public string? ContractNumber { get; private set; }

    /// <summary>Set with <see cref="DueOn"/> where the end of a contract opened it.</summary>
    public Guid? ContractId { get; private set; }

    public DateOnly? DueOn { get; private set; }

    /// <summary>Who finds out why, when what came is not what was announced.</summary>
    public string Owner { get; private set; } = "";

    public OrderState State { get; private set; }
    public DateTime OpenedAt { get; private set; }
    public DateTime? ClosedAt { get; private set; }

    /// <summary>Counted so that opening a session and closing the order collide.</summary>
    public int Sessions { get; private set; }

    public ReturnOrder DueBy(Guid contractId, DateOnly dueOn)
    {
        (ContractId, DueOn) = (contractId, dueOn);
        return this;
    }

    public ReturnAnnounced Announce(IEnumerable<RentedDevice> devices) => new(Id, Number, ContractNumber, Customer, [.. devices]);

    public void StartReceiving()
    {
        Require("received", OrderState.Announced, OrderState.Receiving);
        State = OrderState.Receiving;
        Sessions++;
    }

    public void Reopen()
    {
        Require("re-opened", OrderState.Closed);
        (State, ClosedAt) = (OrderState.Receiving, null);
    }

    public ReturnClosed Close(int received, int missing, int discrepancies, DateTime now)
    {
        Require("closed", OrderState.Receiving);
        (State, ClosedAt) = (OrderState.Closed, now);
        return new ReturnClosed(Id, Number, received, missing, discrepancies);
    }

    /// <summary>Nothing of it is expected any more.</summary>
    public ReturnClosed Cancel(DateTime now)
    {
        Require("cancelled", OrderState.Announced);
        (State, ClosedAt) = (OrderState.Cancelled, now);
        return new ReturnClosed(Id, Number, 0, 0, 0);
    }

    private void Require(string what, params OrderState[] allowed)
    {
        if (!allowed.Contains(State))
            throw new RefusedException("order-state", $"Return order {Number} is {State.ToString().ToLowerInvariant()}; it cannot be {what}.", 409, null, Number, State);
    }
}
