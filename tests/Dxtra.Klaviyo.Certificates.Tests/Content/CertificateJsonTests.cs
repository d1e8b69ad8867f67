using System.Text;

namespace Dxtra.Klaviyo.Certificates.Tests;

public sealed class CertificateJsonTests
{
    [Fact]
    public void A_person_can_read_it()
    {
        var text = Encoding.UTF8.GetString(CertificateJson.Write(Some.Certificate));

        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Examples", "certificate.json")).TrimEnd(), text);
    }
}
