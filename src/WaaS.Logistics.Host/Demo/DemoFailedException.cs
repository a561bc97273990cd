namespace WaaS.Logistics.Host.Demo;

/// <summary>The demo cannot go on; the sentence says at which step and why.</summary>
internal sealed class DemoFailedException(string message) : Exception(message);
