package source

import (
	"archive/tar"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
)

// NPM returns the content of one file of a published npm package. The package's tarball must have the given SHA-256
// (hexadecimal). The npm client is needed the first time; later runs read the cache.
func NPM(name, version, sum, file string) ([]byte, error) {
	tarball, err := npmTarball(name, version, sum)
	if err != nil {
		return nil, fmt.Errorf("source: %s@%s: %w", name, version, err)
	}
	f, err := os.Open(tarball)
	if err != nil {
		return nil, fmt.Errorf("source: %w", err)
	}
	defer f.Close()
	zr, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("source: %s: %w", tarball, err)
	}
	tr := tar.NewReader(zr)
	for {
		h, err := tr.Next()
		if errors.Is(err, io.EOF) {
			return nil, fmt.Errorf("source: %s@%s has no file %s", name, version, file)
		}
		if err != nil {
			return nil, fmt.Errorf("source: %s: %w", tarball, err)
		}
		if h.Name == "package/"+file {
			return io.ReadAll(tr)
		}
	}
}

func npmTarball(name, version, sum string) (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	dir := filepath.Join(cache, "xinwen-gen")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	tarball := filepath.Join(dir, fmt.Sprintf("%s-%s.tgz", name, version))
	if _, err := os.Stat(tarball); err != nil {
		tmp, err := os.MkdirTemp(dir, "pack")
		if err != nil {
			return "", err
		}
		defer os.RemoveAll(tmp)
		cmd := exec.Command("npm", "pack", "--silent", name+"@"+version)
		cmd.Dir, cmd.Stderr = tmp, os.Stderr
		if err := cmd.Run(); err != nil {
			return "", fmt.Errorf("npm pack: %w", err)
		}
		if err := os.Rename(filepath.Join(tmp, filepath.Base(tarball)), tarball); err != nil {
			return "", err
		}
	}
	b, err := os.ReadFile(tarball)
	if err != nil {
		return "", err
	}
	if got := Sum(b); got != sum {
		return "", fmt.Errorf("checksum is %s, want %s: delete %s if the download broke", got, sum, tarball)
	}
	return tarball, nil
}

// Module returns the content of one file of a Go module at a version. The Go command checks the module's own checksum;
// sum (SHA-256, hexadecimal) is that of the file.
func Module(path, version, sum, file string) ([]byte, error) {
	cmd := exec.Command("go", "mod", "download", "-json", path+"@"+version)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("source: go mod download %s@%s: %w", path, version, err)
	}
	var m struct{ Dir string }
	if err := json.Unmarshal(out, &m); err != nil {
		return nil, fmt.Errorf("source: go mod download %s@%s: %w", path, version, err)
	}
	b, err := os.ReadFile(filepath.Join(m.Dir, filepath.FromSlash(file)))
	if err != nil {
		return nil, fmt.Errorf("source: %w", err)
	}
	if got := Sum(b); got != sum {
		return nil, fmt.Errorf("source: %s@%s/%s: checksum is %s, want %s", path, version, file, got, sum)
	}
	return b, nil
}

// Sum is the SHA-256 of b in hexadecimal.
func Sum(b []byte) string {
	s := sha256.Sum256(b)
	return hex.EncodeToString(s[:])
}
