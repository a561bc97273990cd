namespace WaaS.Logistics.Documents.Certificate.Input;

/// <summary>Who did it; three different people where the policy asks for it.</summary>
public sealed record PeopleDetails
{
    /// <summary>Operator.</summary>
    public PersonDetails? Operator { get; init; }

    /// <summary>Verifier.</summary>
    public PersonDetails? Verifier { get; init; }

    /// <summary>Who released the carrier.</summary>
    public PersonDetails? Releaser { get; init; }
}

/// <summary>A person, with no more personal data than the proof needs (SDM M60.S06).</summary>
public sealed record PersonDetails
{
    /// <summary>Name or sign-in name.</summary>
    public string? Name { get; init; }

    /// <summary>Title or function.</summary>
    public string? Title { get; init; }

    /// <summary>Contact.</summary>
    public string? Contact { get; init; }

    /// <summary>Day of the last instruction.</summary>
    public DateOnly? TrainedOn { get; init; }
}
