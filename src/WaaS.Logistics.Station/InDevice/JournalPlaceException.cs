namespace WaaS.Logistics.Station.InDevice;

/// <summary>There is no place for the journal, neither the server nor a stick. Thrown before anything is written.</summary>
internal sealed class JournalPlaceException(string message) : Exception(message);
