namespace WaaS.Logistics.Scanning;

/// <summary>One way to read a payload, with the reason for it.</summary>
public sealed class Candidate
{
    private readonly string _why;

    internal Candidate(CandidateKind kind, string value, string why, string? maker = null, string? model = null, bool isSure = true)
    {
        (Kind, Value, Maker, Model, IsSure) = (kind, value, maker, model, isSure);
        _why = why;
    }

    public CandidateKind Kind { get; }

    /// <summary>Without identifiers, blanks and envelopes.</summary>
    public string Value { get; }

    public string? Maker { get; }

    /// <summary>As the label says it, for example a machine type and model; <c>null</c> where the payload says nothing.</summary>
    public string? Model { get; }

    /// <summary>Whether the form alone leaves no doubt (a check digit, an identifier, an envelope). Others are guesses: never act on one without the expected list or a person.</summary>
    public bool IsSure { get; }

    /// <summary>Why it can be read so, as a sentence in English; made when it is asked for.</summary>
    public string Reason => _why.Contains('{') ? _why.Replace("{value}", Value).Replace("{maker}", Maker).Replace("{model}", Model) : _why;

    public override string ToString() => $"{Kind} {Value}: {Reason}";
}
