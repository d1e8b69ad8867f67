using System.Globalization;
using System.Text;
using Dxtra.Klaviyo.Functions.Hosting.Pdf;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class PdfBufferTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(1.5, "1.5")]
    [InlineData(-0.05, "-0.05")]
    [InlineData(12.345, "12.34")]
    [InlineData(0.999, "1")]
    [InlineData(-3, "-3")]
    [InlineData(1e9, "1000000000")]
    [InlineData(0.001, "0")]
    [InlineData(-0.001, "0")]
    public void A_number_is_written_to_a_hundredth(double number, string expected)
    {
        var buffer = new PdfBuffer();
        buffer.Append($"{number}");
        Assert.Equal(expected, Read(buffer));
    }

    [Fact]
    public void Every_number_of_hundredths_is_read_back()
    {
        for (var i = -1_000; i <= 1_000; i++)
        {
            var buffer = new PdfBuffer();
            buffer.Append($"{i / 100.0}");
            Assert.Equal(i / 100.0, double.Parse(Read(buffer), CultureInfo.InvariantCulture), 6);
        }
    }

    [Fact]
    public void A_text_keeps_every_character()
    {
        var buffer = new PdfBuffer();
        buffer.Append($"/Title {new PdfText("A龍😀")}");
        Assert.Equal("/Title <FEFF00419F8DD83DDE00>", Read(buffer));
    }

    private static string Read(PdfBuffer buffer) => Encoding.ASCII.GetString(buffer.Written);
}
