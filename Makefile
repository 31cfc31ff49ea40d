# Everything a newcomer needs: `make run` starts the van, `make test` proves it.
.PHONY: run test demo bench setup clean
QIANCHE = .venv/bin/qianche

run: setup
	$(QIANCHE) van --data data

demo: setup
	$(QIANCHE) demo --out artefacts/demo

setup:
	@packaging/setup.sh run

test:
	@packaging/setup.sh test
	.venv/bin/python -m pytest -n 2 --dist loadgroup --maxschedchunk 1

bench:
	@packaging/setup.sh test
	.venv/bin/python -m benchmarks

clean:
	rm -rf .venv build *.egg-info artefacts
