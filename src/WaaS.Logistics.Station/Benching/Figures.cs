using System.Globalization;
using System.Text.Json.Nodes;

namespace WaaS.Logistics.Station.Benching;

/// <summary>What was measured, and the one number taken from it.</summary>
internal static class Figures
{
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public static double Rounded(double value, int digits = 3) => Math.Round(value, digits);

    public static JsonArray Array(IEnumerable<double> values, int digits) =>
        new([.. values.Select(value => (JsonNode)Rounded(value, digits))]);

    /// <summary>Most memory this process ever had, in bytes.</summary>
    public static long PeakMemory()
    {
        string line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024;
    }
}
