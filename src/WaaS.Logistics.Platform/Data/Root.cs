namespace WaaS.Logistics.Platform.Data;

/// <summary>
/// The root of an aggregate. Any change inside the aggregate raises <see cref="Version"/>, so that two people changing
/// different parts of one thing at once collide instead of both being half right.
/// </summary>
public abstract class Root : IAudited
{
    public Guid Id { get; protected set; } = Guid.CreateVersion7();

    public int Version { get; internal set; }
}

/// <summary>An entity inside an aggregate; it cannot be saved without its root being loaded.</summary>
public interface IPart
{
    Root? Owner { get; }
}

/// <summary>Whose every change leaves a line in the audit trail.</summary>
public interface IAudited
{
    Guid Id { get; }
}
