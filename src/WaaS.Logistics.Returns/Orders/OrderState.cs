namespace WaaS.Logistics.Returns.Orders;

/// <summary>Announced -> Receiving -> Closed -> Receiving (re-opened); Announced -> Cancelled.</summary>
public enum OrderState
{
    Announced,
    Receiving,
    Closed,
    Cancelled,
}

public enum ExpectedState
{
    Open,
    Received,
    Missing,

    /// <summary>Its contract goes on: it is not expected any more.</summary>
    Withdrawn,
}
