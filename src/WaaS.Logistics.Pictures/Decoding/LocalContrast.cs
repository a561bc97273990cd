namespace WaaS.Logistics.Pictures.Decoding;

/// <summary>Each place of a picture between what is dark and what is light around it: for a shadow across the label, and for print hardly darker than its paper.</summary>
internal static class LocalContrast
{
    // Blocks along the longer side; with its neighbours a block spans bars and paper.
    private const int Across = 32;
    private const int LeastSide = 16;

    // Less is the unevenness of paper.
    private const int LeastContrast = 12;

    public static Luminance Of(Luminance picture)
    {
        var (width, height) = (picture.Width, picture.Height);
        var side = Math.Max(LeastSide, Math.Max(width, height) / Across);
        var (columns, rows) = ((width + side - 1) / side, (height + side - 1) / side);
        var (dark, light) = Extremes(picture, side, columns, rows);
        dark = Spread(dark, columns, rows, Math.Min);
        light = Spread(light, columns, rows, Math.Max);
        var across = Enumerable.Range(0, width).Select(x => Between(x, side, columns)).ToArray();
        var pixels = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            var (top, bottom, down) = Between(y, side, rows);
            for (var x = 0; x < width; x++)
            {
                var (left, right, along) = across[x];
                int low = Mix(dark), high = Mix(light), at = y * width + x;
                pixels[at] = high - low < LeastContrast ? byte.MaxValue : (byte)Math.Clamp((picture.Pixels[at] - low) * 255 / (high - low), 0, 255);

                int Mix(byte[] blocks) => Weigh(Weigh(blocks[top * columns + left], blocks[top * columns + right], along), Weigh(blocks[bottom * columns + left], blocks[bottom * columns + right], along), down);
            }
        }
        return new Luminance(width, height, pixels);
    }

    private static (byte[] Dark, byte[] Light) Extremes(Luminance picture, int side, int columns, int rows)
    {
        var (dark, light) = (new byte[columns * rows], new byte[columns * rows]);
        Array.Fill(dark, byte.MaxValue);
        for (var y = 0; y < picture.Height; y++)
            for (var x = 0; x < picture.Width; x++)
            {
                var (block, grey) = (y / side * columns + x / side, picture.Pixels[y * picture.Width + x]);
                dark[block] = Math.Min(dark[block], grey);
                light[block] = Math.Max(light[block], grey);
            }
        return (dark, light);
    }

    private static byte[] Spread(byte[] blocks, int columns, int rows, Func<byte, byte, byte> choose)
    {
        var spread = new byte[blocks.Length];
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
            {
                var chosen = blocks[row * columns + column];
                for (var y = Math.Max(0, row - 1); y <= Math.Min(rows - 1, row + 1); y++)
                    for (var x = Math.Max(0, column - 1); x <= Math.Min(columns - 1, column + 1); x++)
                        chosen = choose(chosen, blocks[y * columns + x]);
                spread[row * columns + column] = chosen;
            }
        return spread;
    }

    // The two blocks whose middles a place lies between, and how far it is on the way, in parts of 256.
    private static (int Before, int After, int Way) Between(int place, int side, int count)
    {
        var shifted = place - side / 2;
        var before = Math.Clamp(shifted / side, 0, count - 1);
        return shifted < 0 ? (0, 0, 0) : (before, Math.Min(before + 1, count - 1), shifted % side * 256 / side);
    }

    private static int Weigh(int one, int other, int way) => one + ((other - one) * way >> 8);
}
