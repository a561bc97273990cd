namespace WaaS.Logistics.Pictures.Engine;

/// <summary>What travels inside the assembly.</summary>
internal static class Asset
{
    public static byte[] Bytes(string name)
    {
        using var stream = Open(name);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    public static string Text(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd();
    }

    // The reader is served to browsers too, and lies with what is.
    private static Stream Open(string name) => Find(name) ?? Find("wwwroot/" + name)
        ?? throw new InvalidOperationException($"The asset {name} is missing in the assembly.");

    private static Stream? Find(string name) => typeof(Asset).Assembly.GetManifestResourceStream(name);
}
