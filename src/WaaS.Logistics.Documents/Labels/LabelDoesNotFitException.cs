namespace WaaS.Logistics.Documents.Labels;

/// <summary>The symbol would have to be drawn finer than scanners read; the message says what to do.</summary>
public sealed class LabelDoesNotFitException(string message) : Exception(message);
