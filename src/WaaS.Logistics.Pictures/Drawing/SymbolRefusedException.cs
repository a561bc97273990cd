namespace WaaS.Logistics.Pictures.Drawing;

/// <summary>The text cannot or must not become a symbol; the message says why and what to do.</summary>
public sealed class SymbolRefusedException(string message) : Exception(message);
