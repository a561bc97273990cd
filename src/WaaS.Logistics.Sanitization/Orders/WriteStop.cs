namespace WaaS.Logistics.Sanitization.Orders;

/// <summary>Why a carrier must not be written to, now or any more.</summary>
internal enum StopCause
{
    /// <summary>With the device and why.</summary>
    ReceiptTakenBack,

    NewerCycle,

    /// <summary>With what the job is by now.</summary>
    JobOver,

    Cleared,
    OwnerUnsettled,

    /// <summary>With the holds, in words.</summary>
    Held,

    /// <summary>With the slot and what it is by now.</summary>
    SlotMoved,

    /// <summary>With the slot.</summary>
    OtherCarrier,
}

/// <param name="Arguments">For the words of the cause, in their order; a state is given as it is.</param>
internal sealed record WriteStop(StopCause Cause, params object[] Arguments);
