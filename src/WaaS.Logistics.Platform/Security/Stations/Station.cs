using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Platform.Security.Stations;

/// <summary>A browser that has been told where it stands: a tablet at the dock, a screen between the bays.</summary>
public sealed class Station : Root
{
    private Station() { }

    public Station(string name, string place, string enrolledBy, DateTime now) =>
        (Name, Place, EnrolledBy, EnrolledAt) = (name, place, enrolledBy, now);

    public string Name { get; private set; } = "";
    public string Place { get; private set; } = "";
    public string EnrolledBy { get; private set; } = "";
    public DateTime EnrolledAt { get; private set; }
    public string? WithdrawnBy { get; private set; }
    public DateTime? WithdrawnAt { get; private set; }

    public void Withdraw(string by, DateTime now)
    {
        if (WithdrawnAt is not null)
            throw new InvalidOperationException($"Station '{Name}' was withdrawn already, on {WithdrawnAt:u} by {WithdrawnBy}.");
        (WithdrawnBy, WithdrawnAt) = (by, now);
    }
}
