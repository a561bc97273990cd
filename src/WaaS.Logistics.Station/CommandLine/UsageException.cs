namespace WaaS.Logistics.Station.CommandLine;

/// <summary>The program was called wrongly; the message says what to change.</summary>
internal sealed class UsageException(string message) : Exception(message);
