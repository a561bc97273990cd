namespace WaaS.Logistics.Station;

/// <summary>How the program ends; part of its contract, listed in --help.</summary>
public enum ExitCode
{
    /// <summary>Done. For a wipe: written, all of it read back equal, and reported.</summary>
    Done = 0,

    /// <summary>The program itself failed.</summary>
    Broken = 1,

    /// <summary>Wrong use.</summary>
    Usage = 2,

    /// <summary>Refused; nothing was written by this call.</summary>
    Refused = 3,

    /// <summary>Written but not proven, or not equal.</summary>
    NotProven = 4,

    /// <summary>Wiped and proven here, but the server could not be reached: the report is stored and is sent later.</summary>
    StoredForLater = 5,

    /// <summary>The server could not be reached before the first write; nothing was written by this call.</summary>
    Unreachable = 6,

    /// <summary>Wiped, proven and reported, but the server does not accept the evidence.</summary>
    NotAccepted = 7,

    /// <summary>No place for the journal, neither the server nor a stick; nothing was written by this call.</summary>
    NoJournal = 8,
}
