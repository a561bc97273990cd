namespace WaaS.Logistics.Station.Server;

/// <summary>The server answered, and said no.</summary>
internal sealed class ServerRefusedException(string rule, string message) : Exception(message)
{
    /// <summary>The rule the server names.</summary>
    public string Rule { get; } = rule;
}

/// <summary>There was no answer, or none that says anything.</summary>
internal sealed class ServerUnreachableException(string message, Exception? inner = null) : Exception(message, inner);
