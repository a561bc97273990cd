namespace WaaS.Logistics.Scanning.Gs1;

/// <summary>What is wrong with a piece of a payload and where, counted from the start of the piece. The default is: nothing.</summary>
internal readonly record struct Fault(string? What, int At = 0)
{
    public static Fault None => default;

    public bool IsNone => What is null;

    public Fault Moved(int by) => this with { At = At + by };
}
