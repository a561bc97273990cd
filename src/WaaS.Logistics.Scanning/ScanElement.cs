namespace WaaS.Logistics.Scanning;

/// <summary>One element of a structured payload.</summary>
/// <param name="Id">Application identifier of GS1 or data identifier of MH10.8.2.</param>
/// <param name="Value">As it stands in the payload; in a Digital Link without its percent-encoding.</param>
public readonly record struct ScanElement(string Id, string Value);
