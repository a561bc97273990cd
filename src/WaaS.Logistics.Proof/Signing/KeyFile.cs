namespace WaaS.Logistics.Proof.Signing;

/// <summary>A private key on disk: PKCS#8 PEM, readable by its owner alone, on the medium before anything is signed with it.</summary>
public static class KeyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes a new file; never over an existing one, whose key would be lost.</summary>
    /// <exception cref="IOException">The file exists, or the system did not confirm that it is on the medium.</exception>
    public static void Write(string path, SigningKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        DurableFile.CreateNew(path, System.Text.Encoding.ASCII.GetBytes(key.ExportPkcs8Pem()), OwnerOnly);
    }

    /// <summary>Reads the key.</summary>
    /// <exception cref="IOException">There is no such file, or others may read it.</exception>
    /// <exception cref="FormatException">It holds no P-256 key.</exception>
    public static SigningKey Read(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            var others = File.GetUnixFileMode(path) & ~(OwnerOnly | UnixFileMode.UserExecute);
            if (others != UnixFileMode.None) throw new IOException($"The key file {path} is open to others ({others}); run `chmod 600 {path}`, and replace the key if it may have been read.");
        }

        return SigningKey.FromPkcs8Pem(File.ReadAllText(path));
    }

    /// <summary>Reads the key, or makes and writes one when there is no file.</summary>
    public static SigningKey ReadOrCreate(string path)
    {
        if (!File.Exists(path))
        {
            using var made = SigningKey.Create();
            try
            {
                Write(path, made);
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another process was first: its key is the one on disk.
            }
        }

        return Read(path);
    }
}
