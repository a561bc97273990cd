namespace WaaS.Logistics.Erasure;

/// <summary>What is being done to the carrier.</summary>
public enum RunPhase
{
    /// <summary>Writing the random stream.</summary>
    Overwriting,

    /// <summary>The drive erases itself.</summary>
    Erasing,

    /// <summary>Reading back and comparing.</summary>
    Verifying,
}

/// <param name="Phase">What is being done.</param>
/// <param name="DoneBytes">Bytes of the carrier dealt with, those of an earlier run included.</param>
/// <param name="SizeBytes">Size of the carrier.</param>
/// <param name="Faults">Bad sectors or differences so far.</param>
/// <param name="BytesPerSecond">Mean speed of this run.</param>
public sealed record RunProgress(RunPhase Phase, long DoneBytes, long SizeBytes, int Faults, double BytesPerSecond);
