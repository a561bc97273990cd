namespace WaaS.Logistics.Platform.Security.SignIn;

/// <summary>A sign-in that somebody signed out of: no copy of its cookie is good any more.</summary>
public sealed class EndedSession
{
    private EndedSession() { }

    public EndedSession(Guid id, DateTime now) => (Id, EndedAt) = (id, now);

    public Guid Id { get; private set; }
    public DateTime EndedAt { get; private set; }
}
